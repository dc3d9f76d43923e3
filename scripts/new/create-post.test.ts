import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { format } from "prettier";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseFrontMatter } from "@/lib/content/compile/parse-front-matter";
import { createPost } from "./create-post";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "liner-notes-new-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const create = (title: string, others: { slug?: string; date?: string } = {}) =>
  createPost({ title, date: "2026-11-20", root, ...others });

describe("a new post", () => {
  it("is a draft with its title and date, in a file named by its title", () => {
    const file = create("Où est la « fin » d’une chanson ?");
    expect(file).toBe("content/writing/ou-est-la-fin-dune-chanson.mdx");
    const facts = parseFrontMatter(readFileSync(join(root, file), "utf8"), expect.unreachable);
    expect(facts).toMatchObject({
      title: "Où est la « fin » d’une chanson ?",
      date: "2026-11-20",
      draft: true,
    });
  });

  it("never takes the place of another", () => {
    const file = create("A title");
    const before = readFileSync(join(root, file), "utf8");
    expect(() => create("a TITLE!", { date: "2026-11-21" })).toThrow("is there already");
    expect(readFileSync(join(root, file), "utf8")).toBe(before);
  });

  it("asks for an address where the title gives none", () => {
    expect(() => create("音楽")).toThrow("--slug");
    expect(create("音楽", { slug: "ongaku" })).toBe("content/writing/ongaku.mdx");
  });

  it.each(["../escape", "A", "a_b", "a--b", "-a", ""])("refuses %j as an address", (slug) => {
    expect(() => create("A title", { slug })).toThrow();
  });

  it.each(["2026-02-30", "tomorrow", "20/11/2026"])("refuses %s as a date", (date) => {
    expect(() => create("A title", { date })).toThrow("--date");
  });

  it("writes front matter that is read as it was meant, and in order, whatever the title", async () => {
    let count = 0;
    const letter = fc.oneof(
      fc.constantFrom(...`"'\\: #-{}[]&*!|>%@`),
      fc.string({ unit: "grapheme" }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letter, minLength: 1, maxLength: 60 }), async (title) => {
        fc.pre(
          title.trim() !== "" && title.length <= 200 && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(title),
        );
        const file = create(title, { slug: `p${count++}` });
        const facts = parseFrontMatter(readFileSync(join(root, file), "utf8"), expect.unreachable);
        expect(facts?.title).toBe(title.trim().replaceAll(/\s+/g, " "));
        const text = readFileSync(join(root, file), "utf8");
        expect(await format(text, { parser: "mdx" })).toBe(text);
      }),
    );
  });
});
