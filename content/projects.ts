import type { ProjectFacts } from "@/lib/content/project-facts";

/** Placeholders but the first, which is this site: put your own here, the one you like best at the top. */
export const projects = [
  {
    role: "Type and code",
    name: "Liner Notes",
    years: "2025–",
    line: "This site, and the line at its foot that says what is playing.",
    text: "The line asks Spotify at most 700 times a day, tells when a song began and not how far it is, and falls silent sooner than say what is no longer true. It also comes as an element, an iframe and a picture, to put on other pages.",
    href: "/widget",
  },
  {
    role: "Index and search",
    name: "Incipit",
    years: "2018–2024",
    line: "A search engine for scores: type the first notes of a tune, and find out what it is.",
    text: "Made for a lending library whose readers could hum what they wanted and not spell it. It compares intervals, so that the key does not matter, and forgives one wrong note in eight. It runs on the machine under the counter, and nobody has had to look at that since 2021.",
    href: "https://example.com/incipit",
  },
  {
    role: "Editor",
    name: "Fair Copy",
    years: "2014–2019",
    line: "An editor for catalogues in which no two entries may say the same thing differently.",
    text: "It sets an entry as it will be printed while it is being typed, and keeps quiet otherwise. Three small museums and a dealer in maps made their catalogues with it; one of them still sends corrections by post, with the page cut out.",
    href: "https://example.com/fair-copy",
  },
] satisfies readonly ProjectFacts[];
