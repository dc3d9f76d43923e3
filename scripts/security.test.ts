import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./project";

/** A line such as: - `lib/owner.test.ts`: “a form on another site, by whatever headers it comes” */
const NAMED = /^- `(?<file>[^`]+)`: “(?<name>[^”]+)”$/;

const text = readFileSync(join(ROOT, "SECURITY.md"), "utf8");
const threats = readSection("Threats").split(/^### /m).slice(1);

describe("the threat model", () => {
  it.each(threats.map((threat) => [threat.split("\n", 1)[0] ?? "", threat]))(
    "has a test for: %s",
    (_, threat) => {
      const listed = threat.split("\n").filter((line) => line.startsWith("- "));
      expect(listed.length).toBeGreaterThan(0);
      for (const line of listed) {
        const { file = "", name = "" } = NAMED.exec(line)?.groups ?? {};
        expect(file, line).toMatch(/\.(?:test|spec)\.tsx?$/);
        expect(existsSync(join(ROOT, file)), line).toBe(true);
        expect(readFileSync(join(ROOT, file), "utf8"), line).toContain(name);
      }
    },
  );
});

function readSection(title: string): string {
  const [, section = ""] = text.split(`## ${title}\n`);
  return section.split(/^## /m, 1)[0] ?? "";
}
