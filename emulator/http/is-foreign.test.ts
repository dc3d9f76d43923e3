import { expect, it } from "vitest";
import { isForeign } from "./is-foreign";

it("takes a page of its own, and a program without an origin, for its own", () => {
  expect(isForeign({ host: "127.0.0.1:4390" })).toBe(false);
  expect(isForeign({ host: "localhost:4390", origin: "http://localhost:4390" })).toBe(false);
});

it("refuses another page, and a name made to lead here", () => {
  expect(isForeign({ host: "127.0.0.1:4390", origin: "https://evil.example" })).toBe(true);
  expect(isForeign({ host: "127.0.0.1:4390", origin: "http://127.0.0.1:3000" })).toBe(true);
  expect(isForeign({ host: "127.0.0.1:4390", origin: "null" })).toBe(true);
  expect(isForeign({ host: "rebound.evil.example:4390" })).toBe(true);
  expect(isForeign({})).toBe(true);
});
