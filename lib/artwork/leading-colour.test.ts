import fc from "fast-check";
import { expect, it } from "vitest";
import { leadingColour } from "./leading-colour";

type Colour = readonly [number, number, number];

function paint(...parts: (readonly [count: number, colour: Colour])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap(([count, colour]) => Array.from({ length: count }, () => colour).flat()),
  );
}

const grey: Colour = [120, 120, 120];
const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];
const red: Colour = [200, 20, 30];
const teal: Colour = [20, 150, 140];

it("gives the one colour there is", () => {
  expect(leadingColour(paint([10, red]))).toBe("#c8141e");
  expect(leadingColour(paint([1, black]))).toBe("#000000");
  expect(leadingColour(paint([1, white]))).toBe("#ffffff");
});

it("prefers a colour to a larger grey ground", () => {
  expect(leadingColour(paint([800, grey], [200, red]))).toBe("#c8141e");
  expect(leadingColour(paint([900, white], [100, teal]))).toBe("#14968c");
  expect(leadingColour(paint([900, black], [100, teal]))).toBe("#14968c");
});

it("does not take a few stray pixels for the colour of a grey cover", () => {
  expect(leadingColour(paint([995, grey], [5, red]))).toBe("#787878");
});

it("takes the commoner of two colours", () => {
  expect(leadingColour(paint([400, teal], [600, red]))).toBe("#c8141e");
  expect(leadingColour(paint([800, teal], [200, red]))).toBe("#14968c");
});

it("gives a black-and-white cover its commoner grey", () => {
  expect(leadingColour(paint([600, black], [400, white]))).toBe("#000000");
  expect(leadingColour(paint([300, black], [400, white], [300, grey]))).toBe("#ffffff");
});

it("gathers the shades of one colour, also across the border of two bins", () => {
  const shades = paint([100, [207, 20, 20]], [100, [209, 20, 20]], [150, [20, 20, 200]]);
  expect(leadingColour(shades)).toBe("#d01414");
});

it("has nothing to say of no pixels", () => {
  expect(leadingColour(new Uint8Array())).toBeUndefined();
});

it("is the same in any order of the pixels, and always a colour", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const colours = fc.array(fc.tuple(channel, channel, channel), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(colours, (colours) => {
      const there = leadingColour(Uint8Array.from(colours.flat()));
      expect(there).toMatch(/^#[0-9a-f]{6}$/);
      expect(leadingColour(Uint8Array.from(colours.toReversed().flat()))).toBe(there);
    }),
    { numRuns: 30 },
  );
});
