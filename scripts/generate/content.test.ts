import { visit } from "unist-util-visit";
import { beforeAll, describe, expect, it } from "vitest";
import { compileContent } from "@/lib/content/compile/compile-content";
import type { BuiltContent } from "@/lib/content/model";
import { authorsComponents } from "@/lib/site/components";
import { writingStrings } from "@/lib/site/strings";
import { ROOT } from "@/scripts/project";
import { measurePicture } from "./measure-picture";
import { readContent } from "./read-content";

let built: BuiltContent;

beforeAll(async () => {
  built = await compileContent(await readContent(ROOT), {
    today: "9999-12-31",
    showDrafts: true,
    components: Object.keys(authorsComponents),
    language: "en",
    strings: writingStrings,
    measurePicture: (path) => measurePicture(path, `${ROOT}/public`),
  });
});

describe("what is written in content/", () => {
  it("compiles, with an address, a track and a length for each post", () => {
    for (const { slug, track, side, seconds, words } of built.posts) {
      expect(slug).toMatch(/^[a-z0-9-]+$/);
      expect(track.startsWith(side)).toBe(true);
      expect(seconds).toBeGreaterThan(0);
      expect(words).toBeGreaterThan(0);
    }
  });

  it("holds nothing that the Content-Security-Policy would stop, and nothing that runs", () => {
    for (const { tree } of [...built.posts, built.uses]) {
      visit(tree, "element", ({ tagName, properties }) => {
        expect(tagName).not.toMatch(/^(?:script|style|iframe|object|embed|link|base)$/);
        expect(
          Object.keys(properties).filter((name) => /^(?:on|style|srcdoc)/i.test(name)),
        ).toEqual([]);
        expect(String(properties.href ?? "")).not.toMatch(/^(?:javascript|data|vbscript):/i);
        if (tagName === "img") expect(String(properties.src)).toMatch(/^\/[^/]/);
      });
    }
  });

  it("leaves no JSX in the twins, outside of code", () => {
    for (const { markdown } of [...built.posts, built.uses]) {
      const prose = markdown.replaceAll(/```[\s\S]*?```|`[^`]*`/g, "");
      expect(prose).not.toMatch(/<[A-Za-z/]|\{\/\*/);
    }
  });
});
