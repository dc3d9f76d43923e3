/** What somebody else published of an embed's weight, or with it. Of another day and machine: never of the run. */
export interface Reported {
  readonly name: string;
  /** What was weighed, and how. */
  readonly what: string;
  readonly source: string;
}

export interface Published extends Reported {
  /** Of its files after gzip at level 9. */
  readonly gzip: number;
}

const NPM = "https://www.npmjs.com/package";

/** The day on which we fetched and compressed what follows, as anyone can. */
export const WEIGHED_ON = "21 November 2026";

export const PUBLISHED_SCRIPTS: readonly Published[] = [
  {
    name: "lite-youtube-embed 0.3.4",
    what: "script and style sheet as published, not minified",
    gzip: 3_901 + 1_261,
    source: `${NPM}/lite-youtube-embed/v/0.3.4`,
  },
  {
    name: "github-buttons 2.33.1",
    what: "`dist/buttons.min.js` as published",
    gzip: 6_819,
    source: `${NPM}/github-buttons/v/2.33.1`,
  },
  {
    name: "giscus 1.6.0 with Lit 3.3.3",
    what: "with Lit, which it needs, joined and minified by esbuild 0.28.2; 2.5 kB without",
    gzip: 9_063,
    source: `${NPM}/giscus/v/1.6.0`,
  },
];

/** What others have told of larger ones, with their own ways of measuring. */
export const REPORTED: readonly Reported[] = [
  {
    name: "A post of X (Twitter)",
    what: "600 kB transferred in about 27 requests (January 2023)",
    source: "https://www.builder.io/blog/how-to-embed-tweets-without-a-performance-penalty",
  },
  {
    name: "YouTube's player in an iframe",
    what: "over 1.2 MB of JavaScript",
    source: "https://css-irl.info/testing-the-performance-of-social-media-embeds",
  },
];
