import { expect, it } from "vitest";
import { readDirection } from "./text-direction";

it.each([
  ["Gymnopédie", "ltr"],
  ["夜に駆ける", "ltr"],
  ["", "ltr"],
  ["1999", "ltr"],
  ["أغنية المساء", "rtl"],
  ["ירושלים של זהב", "rtl"],
  ["7, „שיר“ (Live)", "rtl"],
  ["Live: שיר", "ltr"],
  ["\u200F(1)", "rtl"],
])("%j runs %s, as its first letter does", (text, direction) => {
  expect(readDirection(text)).toBe(direction);
});
