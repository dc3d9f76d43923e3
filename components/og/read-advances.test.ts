import { describe, expect, it } from "vitest";
import { fonts } from "./fonts";
import { readAdvances } from "./read-advances";

const has = (name: string, character: string) =>
  fonts
    .filter((font) => font.name === name)
    .every(({ data }) => readAdvances(data).has(character.codePointAt(0) ?? 0));

describe("readAdvances", () => {
  it("finds the characters that a font has, in each of its weights", () => {
    for (const character of "Az09 é–’…€™") expect(has("Archivo", character)).toBe(true);
    for (const character of "łőžƏẞ") expect(has("Archivo Extended", character)).toBe(true);
    for (const character of "ệƠỹ₫") expect(has("Archivo Vietnamese", character)).toBe(true);
  });

  it("finds none that it lacks", () => {
    for (const character of "ł夜ليلЯΩ🎉\u2028\uffff") expect(has("Archivo", character)).toBe(false);
    expect(has("Archivo Vietnamese", "z")).toBe(false);
  });

  it("finds how wide they are: the wide wider, and the heavy wider than the light", () => {
    const [light, heavy] = fonts.map(({ data }) => readAdvances(data));
    const width = (font: typeof light, letter: string) =>
      font?.get(letter.codePointAt(0) ?? 0) ?? 0;
    expect(width(light, "m")).toBeGreaterThan(2 * width(light, "i"));
    expect(width(heavy, "n")).toBeGreaterThan(width(light, "n"));
    expect(width(heavy, "0")).toBe(width(heavy, "1"));
    expect(width(heavy, "M")).toBeLessThan(1.1);
  });

  it("says what is wrong with what is no font", () => {
    expect(() => readAdvances(new Uint8Array(64))).toThrow("The font has no table cmap.");
  });
});
