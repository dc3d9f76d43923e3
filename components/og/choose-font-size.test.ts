import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseFontSize, LINE_HEIGHT } from "./choose-font-size";
import { measure } from "./fonts";

const ROOM = { width: 1072, height: 316 };

describe("chooseFontSize", () => {
  it("sets a word large and a sentence smaller, in lines as even as can be", () => {
    const word = chooseFontSize("Silence", ROOM);
    const sentence = chooseFontSize("Six months in the life of a refresh token", ROOM);
    expect(word.lines).toEqual(["Silence"]);
    expect(sentence.lines).toEqual(["Six months in the life", "of a refresh token"]);
    expect(word.fontSize).toBeGreaterThan(sentence.fontSize);
  });

  it("never ends a line within a compound", () => {
    expect(chooseFontSize("What the B-side is for", ROOM).lines).toEqual([
      "What the",
      "B-side is for",
    ]);
  });

  it("has a word cut that is too long for the smallest letters", () => {
    expect(chooseFontSize("m".repeat(200), ROOM)).toEqual({
      fontSize: 40,
      lineClamp: 7,
      lines: undefined,
    });
  });

  it("loses no word, and stays in its room", () => {
    const texts = fc.array(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(texts, (words) => {
        const text = words.join(" ").replace(/\s+/g, " ").trim();
        const { fontSize, lines } = chooseFontSize(text, ROOM);
        if (!lines) return;
        expect(lines.join(" ")).toBe(text);
        expect(lines.length * fontSize * LINE_HEIGHT).toBeLessThanOrEqual(ROOM.height);
        for (const line of lines) {
          const width = (measure(line) - line.length * 0.025) * fontSize;
          expect(width).toBeLessThanOrEqual(ROOM.width + 0.001);
        }
      }),
    );
  });
});
