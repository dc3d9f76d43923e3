import { describe, expect, it } from "vitest";
import { writeRobots } from "./write-robots";

const WORDS = {
  policy: "All are welcome.",
  noTraining: "Do not train.\nAllow: /owner",
  training: "Train.",
  kept: "Not these.",
};

function write(training: boolean, basePath = "") {
  const sitemap = `https://site.test${basePath}/sitemap.xml`;
  return writeRobots({ crawlers: { training }, words: WORDS, basePath, sitemap });
}

/** What a crawler of a name is told, by the rules of RFC 9309. */
function findRules(text: string, name: string): string[] {
  const groups = text.split("\n\n").map((group) => group.split("\n"));
  const named = groups.find((lines) => lines.includes(`User-agent: ${name}`));
  const rules = named ?? groups.find((lines) => lines.includes("User-agent: *")) ?? [];
  return rules.filter((line) => /^(?:Allow|Disallow):/.test(line));
}

describe("robots.txt", () => {
  it("lets search engines and assistants read all but what is no page", () => {
    const rules = ["Disallow: /api/", "Disallow: /go$", "Disallow: /owner", "Allow: /"];
    for (const name of ["Googlebot", "OAI-SearchBot", "ChatGPT-User", "Claude-User", "Applebot"]) {
      expect(findRules(write(false), name)).toEqual(rules);
    }
  });

  it("asks those that gather text to train models to stay away, unless the author says otherwise", () => {
    for (const name of ["GPTBot", "ClaudeBot", "Google-Extended", "CCBot"]) {
      expect(findRules(write(false), name)).toEqual(["Disallow: /"]);
      expect(findRules(write(true), name)).toEqual(findRules(write(true), "Googlebot"));
    }
  });

  it("says so in words, none of which is a rule", () => {
    expect(write(false)).toContain("# All are welcome.\n# Do not train. Allow: /owner\n");
    expect(write(true)).toContain("# Train.\n");
  });

  it("names the sitemap, and paths as they are asked for", () => {
    expect(write(false)).toContain("\nSitemap: https://site.test/sitemap.xml\n");
    expect(findRules(write(false, "/notes"), "Googlebot")).toContain("Disallow: /notes/owner");
    expect(findRules(write(false, "/notes"), "GPTBot")).toEqual(["Disallow: /notes/"]);
  });
});
