import type { SiteFacts } from "@/lib/site/facts";

/** Everything here is a placeholder. Make it yours, with the rest of this folder: README, "Make it yours". */
export const site = {
  name: "Mara Lindqvist",
  title: "Mara Lindqvist",
  description:
    "Software, typeset. The personal site of Mara Lindqvist, with what is on the turntable.",
  language: "en-GB",
  /** Where you live: what "tomorrow" is, and the hours shown at /owner. */
  timeZone: "Europe/Stockholm",
  role: "Software, typeset",
  bio: [
    "I build small, quiet software for people who read: editors, catalogues, a search engine for scores. Before that I set type for a label that no longer exists, and I still think a page is finished when nothing on it can be taken away.",
    "Most of what I make is written with a record on. The line at the foot of this page is what is playing while you read, live from the player, with nothing in between that could pretend.",
  ],
  credits: [
    { role: "Words and code", name: "Mara Lindqvist" },
    { role: "Typefaces", name: "Archivo, Source Serif" },
    { role: "Music", name: "As it plays, via Spotify" },
    { role: "Pressed on", name: "Next.js" },
  ],
  links: [
    { label: "Letters", text: "hello@example.com", href: "mailto:hello@example.com" },
    { label: "Code", text: "github.com/example", href: "https://github.com/example" },
    { label: "Short notes", text: "@mara@social.example", href: "https://social.example/@mara" },
  ],
  /**
   * Search engines, and assistants that read a page because a person asked them to, are welcome. Those that
   * gather text to train models are asked to stay away; true: they are welcome too. See /robots.txt.
   */
  crawlers: { training: false },
  /**
   * What of your music is told. All of it, at once, until you say otherwise. What you hide looks like
   * silence: the last song before it, or nothing.
   */
  publishing: {
    /** true: nothing that Spotify marks as explicit. */
    hideExplicit: false,
    /** true: no podcasts and no audiobooks. */
    hidePodcasts: false,
    /** Artists and shows by name, in any spelling of capitals: ["The Paper Sleeves"]. */
    hideArtists: [],
    /**
     * Hours in which nothing is told, nor asked of Spotify; what you hear in them is not told later
     * either. One or several: [{ from: "22:00", to: "07:00", timeZone: "Europe/Stockholm" }].
     */
    quietHours: [],
    /** Everything is told this many seconds late, up to 3600: nobody knows that you are listening now. */
    delaySeconds: 0,
  },
  /**
   * Whether signing in also asks Spotify for what you played last. It fills the footer after a quiet
   * day; without it only what the site has seen itself is known.
   */
  recentlyPlayed: true,
} satisfies SiteFacts;
