import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "./cut-text";
import { measureText } from "./measure-text";

const FACE = { size: 10, isBold: false };
const BOLD = { size: 10, isBold: true };

describe("a measured text", () => {
  it("is as wide as Helvetica sets it", () => {
    // From Adobe's own metrics of Helvetica and Helvetica Bold, in thousandths of an em.
    expect(measureText("n", FACE)).toBeCloseTo(5.56, 2);
    expect(measureText("W.", FACE)).toBeCloseTo(9.44 + 2.78, 2);
    expect(measureText("Now", BOLD)).toBeCloseTo(7.22 + 6.11 + 7.78, 2);
  });

  it("counts an accented letter as its bare one, but where it is wider", () => {
    expect(measureText("é", FACE)).toBe(measureText("e", FACE));
    expect(measureText("e\u0301", FACE)).toBe(measureText("e", FACE));
    expect(measureText("ễ", FACE)).toBe(measureText("e", FACE));
    expect(measureText("í", FACE)).toBeGreaterThan(measureText("i", FACE));
  });

  it.each([
    ["夜に駆ける", 50],
    ["한국어", 30],
    ["「、」", 30],
    ["ｶﾅ", 10],
    ["👨‍👩‍👧‍👦", 13.8],
    ["🇩🇪", 13.8],
    ["1️⃣", 13.8],
  ])("takes %s for %d px at 10 px", (text, width) => {
    expect(measureText(text, FACE)).toBeCloseTo(width);
  });
});

describe("a cut text", () => {
  it("is whole where it fits, to the last pixel", () => {
    const width = measureText("Notturno", FACE);
    expect(cutText("Notturno", width, FACE)).toBe("Notturno");
    expect(cutText("Notturno", width - 0.01, FACE)).toBe("Nottur…");
  });

  it("has no space before its end", () => {
    const width = measureText("Now playing …", FACE);
    expect(cutText("Now playing wood", width, FACE)).toBe("Now playing…");
    expect(cutText("Now     ooooooooooo", measureText("Now    …", FACE), FACE)).toBe("Now…");
  });

  it("is cut between characters as a reader counts them", () => {
    const families = "👨‍👩‍👧‍👦".repeat(9);
    expect(cutText(families, 45, FACE)).toBe(`${"👨‍👩‍👧‍👦".repeat(2)}…`);
    expect(cutText("e\u0301".repeat(9), 25, FACE)).toBe(`${"e\u0301".repeat(2)}…`);
  });

  it("ends soon, whatever has no width", () => {
    expect(cutText("\u200B".repeat(100_000), 300, FACE).length).toBeLessThan(300);
    expect(cutText(`a${"\u0301".repeat(100_000)}`, 300, FACE).length).toBeLessThan(300);
  });

  it("is never wider than its place, and always the beginning of the text", () => {
    const texts = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 400 }), (text, width) => {
        const cut = cutText(text, width, BOLD);
        expect(measureText(cut, BOLD)).toBeLessThanOrEqual(width + 1e-9);
        if (cut !== text) expect(text.startsWith(cut.slice(0, -1)) && cut.endsWith("…")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
