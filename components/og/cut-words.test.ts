import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutWords } from "./cut-words";

describe("cutWords", () => {
  it("leaves alone what is short enough", () => {
    expect(cutWords("Notturno", 8)).toBe("Notturno");
  });

  it("cuts between characters as a reader counts them, and says so", () => {
    expect(cutWords("Notturno", 7)).toBe("Nottur…");
    expect(cutWords("One Two", 5)).toBe("One…");
    expect(cutWords("ab👩‍👩‍👧‍👦cd", 8)).toBe("ab…");
    expect(cutWords("Cafe\u0301s", 5)).toBe("Caf…");
  });

  it("gives nothing of a character that has no end", () => {
    expect(cutWords(`a${"\u0301".repeat(99)}`, 20)).toBe("");
  });

  it("never gives more than it may, nor half a character", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, most) => {
        const cut = cutWords(whole, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
