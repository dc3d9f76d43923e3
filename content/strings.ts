/** All words of the interface. For another language, translate the values of this file. */
export const strings = {
  skipToContent: "Skip to the text",
  about: "About",
  credits: "Credits",
  elsewhere: "Elsewhere",
  liner: "For machines",
  linerText: "What is playing is also served as plain JSON, to anyone.",
  linerNow: "Now",
  linerSchema: "Schema",
  notFoundTitle: "Not on this record",
  notFoundLabel: "404",
  notFoundText: "There is no page at this address.",
  notFoundLink: "The front of the sleeve is here.",
  /** The day in the owner's calendar; `{site}` is the title of the site. */
  calendar: {
    summary: "Reconnect Spotify on {site}",
    description:
      "Spotify ends every sign-in after six months; in a week this one is over. Sign in again at the address of this entry.",
  },
  nowPlaying: {
    region: "Now playing",
    playing: "Now playing",
    paused: "Paused",
    recently: "Last played",
    justNow: "Last played just now",
    /** `{elapsed}` is one of the two phrases below it. */
    recentAgo: "Last played, {elapsed}",
    minutesAgo: "{n} min ago",
    hoursAgo: "{n} h ago",
    idle: "Nothing playing",
    explicit: "Explicit",
    explicitMark: "E",
    /** `{title}` and `{by}` are put in. */
    announce: "{title}, {by}",
    announceAlone: "{title}",
    listen: "Listen on Spotify",
    fromSpotify: "From Spotify",
    cardAlt: "What is playing now, as a card",
  },
};
