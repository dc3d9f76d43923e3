/** What somebody else publishes, and what it weighs. Of another day and another machine: never of the run. */
export interface Published {
  readonly name: string;
  /** What was weighed, and how. */
  readonly what: string;
  /** In bytes, after gzip at level 9 where `what` says so. */
  readonly bytes: number;
  readonly source: string;
}

const NPM = "https://www.npmjs.com/package";

/** Embeds whose files anyone can fetch and compress: done on 2026-11-21. */
export const PUBLISHED_SCRIPTS: readonly Published[] = [
  {
    name: "lite-youtube-embed 0.3.4",
    what: "gzip 9 of its script and its style sheet as published, not minified",
    bytes: 3_901 + 1_261,
    source: `${NPM}/lite-youtube-embed/v/0.3.4`,
  },
  {
    name: "github-buttons 2.33.1",
    what: "gzip 9 of `dist/buttons.min.js` as published",
    bytes: 6_819,
    source: `${NPM}/github-buttons/v/2.33.1`,
  },
  {
    name: "giscus 1.6.0 with Lit 3.3.3",
    what: "gzip 9 of the component with Lit, which it needs, joined and minified by esbuild 0.28.2; 2,532 bytes without Lit",
    bytes: 9_063,
    source: `${NPM}/giscus/v/1.6.0`,
  },
];

/** What others have told of larger ones, with their own ways of measuring. */
export const REPORTED: readonly Published[] = [
  {
    name: "A post of X (Twitter)",
    what: "600 kB transferred in about 27 requests, as reported in January 2023",
    bytes: 600_000,
    source: "https://www.builder.io/blog/how-to-embed-tweets-without-a-performance-penalty",
  },
  {
    name: "YouTube's player in an iframe",
    what: "over 1.2 MB of JavaScript, as reported",
    bytes: 1_200_000,
    source: "https://css-irl.info/testing-the-performance-of-social-media-embeds",
  },
];
