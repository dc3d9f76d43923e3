import type { SiteFacts } from "./facts";
import { TRAINING_CRAWLERS } from "./training-crawlers";

/** What asks Spotify when it is visited, and what is the owner's. */
const NO_PAGES = ["/api/", "/go$", "/owner"];

interface RobotsWords {
  readonly policy: string;
  readonly noTraining: string;
  readonly training: string;
  readonly kept: string;
}

interface Robots {
  readonly crawlers: SiteFacts["crawlers"];
  readonly words: RobotsWords;
  /** The path below the origin at which the site lies, such as `/notes`. */
  readonly basePath: string;
  /** The sitemap's address. */
  readonly sitemap: string;
}

/** What is asked of crawlers (RFC 9309), in words too: some of those who come are people. */
export function writeRobots({ crawlers, words, basePath, sitemap }: Robots): string {
  const trained = [
    ...TRAINING_CRAWLERS.map((name) => `User-agent: ${name}`),
    `Disallow: ${basePath}/`,
  ];
  const everyone = [
    "User-agent: *",
    ...NO_PAGES.map((path) => `Disallow: ${basePath}${path}`),
    `Allow: ${basePath}/`,
  ];
  const parts = [
    [
      comment(words.policy),
      comment(crawlers.training ? words.training : words.noTraining),
      comment(words.kept),
    ],
    ...(crawlers.training ? [] : [trained]),
    everyone,
    [`Sitemap: ${sitemap}`],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** A comment ends with its line. */
function comment(text: string): string {
  return `# ${text.replace(/\s+/g, " ")}`;
}
