import { describe, expect, it } from "vitest";
import { fonts } from "./fonts";
import { readCoverage } from "./read-coverage";

const has = (name: string, character: string) =>
  fonts
    .filter((font) => font.name === name)
    .every(({ data }) => readCoverage(data).has(character.codePointAt(0) ?? 0));

describe("readCoverage", () => {
  it("finds the characters that a font has, in each of its weights", () => {
    for (const character of "Az09 é–’…€™") expect(has("Archivo", character)).toBe(true);
    for (const character of "łőžƏẞ") expect(has("Archivo Extended", character)).toBe(true);
    for (const character of "ệƠỹ₫") expect(has("Archivo Vietnamese", character)).toBe(true);
  });

  it("finds none that it lacks", () => {
    for (const character of "ł夜ليلЯΩ🎉\u2028\uffff") expect(has("Archivo", character)).toBe(false);
    expect(has("Archivo Vietnamese", "z")).toBe(false);
  });

  it("says what is wrong with what is no font", () => {
    expect(() => readCoverage(new Uint8Array(64))).toThrow("The font has no table cmap.");
  });
});
