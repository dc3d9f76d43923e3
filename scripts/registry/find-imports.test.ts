import { expect, it } from "vitest";
import { findImports } from "./find-imports";

it("finds every way to import, on one line or several, and nothing in words", () => {
  const text = `"use client";

import * as all from "./all";
import type { A } from "@/lib/a";
import {
  type B,
  b,
} from "./b";
import "./effect.css";
import Default, { named as other } from "package/sub";
export { c } from "./c";

// It is taken from "./comment".
const word = 'import { x } from "./word"';
export const from = "./value";
const late = () => import("./late");
`;
  const found = findImports(text);
  expect(found.map(({ specifier }) => specifier)).toEqual([
    "./all",
    "@/lib/a",
    "./b",
    "./effect.css",
    "package/sub",
    "./c",
    "./late",
  ]);
  for (const { specifier, start, end } of found) expect(text.slice(start, end)).toBe(specifier);
});
