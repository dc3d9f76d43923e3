import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugify } from "./slugify";

describe("a slug", () => {
  it.each([
    ["Où est l’été ?", "ou-est-lete"],
    ["Ægir & Łódź: Straße, smørrebrød", "aegir-lodz-strasse-smorrebrod"],
    ["It's 1/4 C++", "its-1-4-c"],
    ["ﬁne Ⅳ", "fine-iv"],
    ["İstanbul ışık", "istanbul-isik"],
    ["音楽", ""],
    ["--", ""],
  ])("of %s is %j", (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it("may stand in an address, whatever it is made of, and is its own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});
