import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAINTEST, INKS, LEAST_CONTRAST, judgeGround } from "./contrast";

const style = readFileSync("widget/face.css", "utf8");

describe("the ground of a face without paper", () => {
  it("is judged by the ink that faces are set in", () => {
    expect(style).toContain(`light-dark(${INKS.light}, ${INKS.dark})`);
    const opacities = [...style.matchAll(/^ {2}opacity: ([\d.]+)/gm)].map(([, value]) => value);
    // The bar's is not that of words.
    expect(opacities).toEqual(["0.5", String(FAINTEST), "1"]);
  });

  it("suits the theme that is made for it", () => {
    expect(judgeGround("light", "#ffffff").advice).toBeUndefined();
    expect(judgeGround("dark", "#000000").advice).toBeUndefined();
    const [white] = judgeGround("light", "#ffffff").ratios;
    // #1c1a17 at 72 % on white is #5c5a58, and 6.87 to 1.
    expect(white?.ratio).toBeCloseTo(6.87, 2);
  });

  it("asks for the other theme where that can be read", () => {
    expect(judgeGround("dark", "#ffffff").advice).toBe("light");
    expect(judgeGround("light", "#1d1b18").advice).toBe("dark");
  });

  it("has to suit both themes where the visitor's is followed", () => {
    const { ratios, advice } = judgeGround("auto", "#ffffff");
    expect(ratios.map(({ scheme }) => scheme)).toEqual(["light", "dark"]);
    expect(ratios[0]?.ratio).toBeGreaterThan(LEAST_CONTRAST);
    expect(ratios[1]?.ratio).toBeLessThan(1.5);
    expect(advice).toBe("light");
  });

  it("asks for paper where no ink can be read", () => {
    expect(judgeGround("auto", "#808080").advice).toBe("paper");
    expect(judgeGround("light", "#7a7a7a").advice).toBe("paper");
  });

  it("never sends from one theme that cannot be read to another", () => {
    const hex = fc
      .integer({ min: 0, max: 0xff_ff_ff })
      .map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(fc.constantFrom("auto", "light", "dark"), hex, (theme, background) => {
        const { ratios, advice } = judgeGround(theme, background);
        for (const { ratio } of ratios) {
          expect(ratio).toBeGreaterThanOrEqual(1);
          expect(ratio).toBeLessThanOrEqual(21);
        }
        expect(advice === undefined).toBe(ratios.every(({ ratio }) => ratio >= LEAST_CONTRAST));
        if (advice === "light" || advice === "dark") {
          expect(judgeGround(advice, background).advice).toBeUndefined();
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
