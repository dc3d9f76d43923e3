import fc from "fast-check";
import { VFile } from "vfile";
import { matter } from "vfile-matter";
import { describe, expect, it } from "vitest";
import { samplePost } from "@/lib/content/testing/sample-post";
import { writeTwin } from "./write-twin";

const HOME = new URL("https://site.test/notes");

function write(prose = samplePost(), author = "Mara") {
  return writeTwin({ path: "/writing/a-post", title: prose.title, author, prose }, HOME);
}

/** What stands before the text. */
function readFacts(markdown: string): unknown {
  const file = new VFile(markdown);
  matter(file);
  return file.data.matter;
}

describe("the twin", () => {
  it("says what it is, who wrote it, when and where, before the text", () => {
    expect(write()).toMatch(/\n---\n\nText\.\n$/);
    expect(readFacts(write())).toEqual({
      title: "A budget of calls",
      date: "2026-03-04",
      author: "Mara",
      summary: "Where seven hundred calls a day tell the most.",
      url: "https://site.test/notes/writing/a-post",
    });
  });

  it("needs no date", () => {
    const prose = { markdown: "Desk.\n" };
    const twin = writeTwin({ path: "/uses", title: "Uses", author: "Mara", prose }, HOME);
    expect(readFacts(twin)).toEqual({
      title: "Uses",
      author: "Mara",
      url: "https://site.test/notes/uses",
    });
  });

  it("carries any title", () => {
    const titles = fc.oneof(
      fc.constantFrom('"\n---\n', "yes", "1e3", "\u2028", "\u0085", "a: b #c", "\uD800"),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const facts = readFacts(write(samplePost({ title })));
        expect(facts).toMatchObject({ title, date: "2026-03-04" });
      }),
    );
  });
});
