import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "@/scripts/project";
import { buildItem } from "./build-item";
import { findImports } from "./find-imports";

const item = buildItem(ROOT);
const targets = new Set(item.files.map(({ target }) => target));
const sources = item.files.filter(({ target }) => /\.tsx?$/.test(target));

/** Every import of every file, with where the importing file lies. */
const imports = sources.flatMap(({ target, content }) =>
  findImports(content).map(({ specifier }) => ({ target, specifier })),
);

function isShipped(path: string): boolean {
  return targets.has(`${path}.ts`) || targets.has(`${path}.tsx`);
}

describe("the registry item", () => {
  it("is the same however often it is made", () => {
    expect(buildItem(ROOT)).toEqual(item);
  });

  it("brings every file that one of its files imports", () => {
    const relative = imports.filter(({ specifier }) => specifier.startsWith("."));
    expect(relative.length).toBeGreaterThan(100);
    for (const { target, specifier } of relative) {
      const path = posix.join(posix.dirname(target), specifier);
      expect(isShipped(path), `${target} imports ${specifier}`).toBe(true);
    }
  });

  it("reaches another folder of the app by an alias that the CLI knows, and else by relative paths", () => {
    const aliased = imports.filter(({ specifier }) => specifier.startsWith("@/"));
    expect(aliased.length).toBeGreaterThan(0);
    for (const { target, specifier } of aliased) {
      if (specifier === "@/lib/utils") continue;
      expect(isShipped(specifier.replace("@/", "@")), `${target} imports ${specifier}`).toBe(true);
      expect(specifier.split("/")[1]).not.toBe(target.split("/")[0]?.slice(1));
    }
  });

  it("names every package that it imports, and no other", () => {
    const packages = imports
      .map(({ specifier }) => specifier)
      .filter((specifier) => !/^(?:\.|@\/|node:|(?:react|react-dom|next)(?:\/|$))/.test(specifier))
      .map((specifier) => specifier.split("/")[0]);
    const named = item.dependencies.map((dependency) => dependency.split("@^")[0]);
    expect(new Set(packages)).toEqual(new Set(named));
    for (const dependency of item.dependencies) expect(dependency).toMatch(/^\w+@\^\d+\.\d+\.\d+$/);
  });

  it("brings no tests, no page of the owner's, and nothing that draws pictures or speaks Redis", () => {
    for (const { path, content } of item.files) {
      expect(path).not.toMatch(/test|owner\/|embeds|redis|emulator/);
      const stranger = /sharp|REDIS_URL|\/owner\b|content\/site/.exec(content)?.[0];
      expect(stranger, path).toBeUndefined();
    }
  });

  it("lands in the app's own folders, each file in a place of its own", () => {
    expect(targets.size).toBe(item.files.length);
    for (const { target } of item.files) {
      expect(target).toMatch(
        /^(?:@(?:components|hooks|lib)\/|app\/api\/now-playing\/|~\/\.data\/)/,
      );
      expect(target).not.toContain("..");
    }
    for (const target of [
      "@components/now-playing.tsx",
      "@hooks/use-now-playing.ts",
      "app/api/now-playing/route.ts",
    ])
      expect(targets).toContain(target);
  });

  it("asks for its variables without a value, and explains every one that it reads", () => {
    const read = sources.find(({ target }) => target === "@lib/liner-notes/environment.ts");
    const names = [...(read?.content.matchAll(/read\("(\w+)"/g) ?? [])].map(([, name]) => name);
    const readme = item.files.find(({ target }) => target.endsWith("README.md"))?.content;
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(readme).toContain(`\`${name}\``);
    for (const [name, value] of Object.entries(item.envVars)) {
      expect(names).toContain(name);
      expect(value).toBe("");
    }
  });

  it("needs nothing of another registry", () => {
    expect(item).not.toHaveProperty("registryDependencies");
  });
});
