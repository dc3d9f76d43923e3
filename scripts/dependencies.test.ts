import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "./project";

const names = z.record(z.string(), z.string());
const project = z.object({ dependencies: names, devDependencies: names, scripts: names });
const entry = z.object({
  version: z.string(),
  license: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), z.unknown()),
});

const read = (name: string) => readFile(join(ROOT, name), "utf8");
const { dependencies, devDependencies, scripts } = project.parse(
  JSON.parse(await read("package.json")),
);
const { "": _root, ...packages } = lock.parse(JSON.parse(await read("package-lock.json"))).packages;
const locked = new Map(Object.entries(packages).map(([path, raw]) => [path, entry.parse(raw)]));
const text = await read("docs/dependencies.md");
const direct = { ...dependencies, ...devDependencies };

/** The cells of each row of the tables below a heading, without their backquotes and marks. */
function readRows(heading: string): string[][] {
  const section = text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const rows = ["What a running site is made of", "What builds the site", "What looks after it"]
  .flatMap(readRows)
  .map(([name = "", purpose, reason, license]) => {
    return { name: /`(.+)`/.exec(name)?.[1] ?? "", purpose, reason, license };
  });

describe("the list of dependencies", () => {
  it("names every package that is asked for, once, and no other", () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(direct).toSorted());
    const running = readRows("What a running site is made of");
    expect(running).toHaveLength(Object.keys(dependencies).length);
  });

  it("says of each what for, why this one, and its licence as it is locked", () => {
    for (const { name, purpose, reason, license } of rows) {
      expect([purpose, reason], name).not.toContain("");
      expect(license, name).toBe(locked.get(`node_modules/${name}`)?.license);
    }
  });

  it("allows the licences of all that is locked, and no licence that nobody has", () => {
    const allowed = readRows("What they bring along").map(([license = ""]) => license);
    const found = new Set([...locked.values()].map(({ license }) => license));
    expect([...found].toSorted()).toEqual(allowed.toSorted());
  });
});

describe("what is installed", () => {
  it("is asked for by exact version", () => {
    for (const [name, version] of Object.entries(direct))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("has a hash, and comes from no place of its own", () => {
    for (const [path, { integrity, resolved, link }] of locked) {
      expect(integrity, path).toMatch(/^sha512-/);
      expect({ resolved, link }, path).toEqual({ resolved: undefined, link: undefined });
    }
  });

  it("runs nothing while it is installed, and would do without", async () => {
    const withScript = [...locked].filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(withScript.map(([path]) => path)).toEqual(["node_modules/esbuild"]);
    expect(await read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
    // With that setting npm leaves out what runs before and after a command.
    expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
  });
});
