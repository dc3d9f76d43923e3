import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after";

const NOW = Date.UTC(2026, 10, 20, 12);

describe("Retry-After", () => {
  it.each([
    ["5", 5_000],
    ["0", 0],
    [" 48925 ", 48_925_000],
    ["1.5", 1_500],
    ["Fri, 20 Nov 2026 12:00:30 GMT", 30_000],
    ["Friday, 20-Nov-26 12:01:00 GMT", 60_000],
    ["Fri, 20 Nov 2026 11:00:00 GMT", 0],
  ])("reads %j", (header, wait) => {
    expect(parseRetryAfter(header, NOW)).toBe(wait);
  });

  it.each([
    null,
    "",
    " ",
    "-5",
    "soon",
    "Wait 5",
    "5s",
    "5, 5",
    "0x10",
    "1e3",
    "NaN",
    "Mon, 99 Foo 2026 12:00:00 GMT",
    "2026-11-20T12:00:30Z",
  ])("takes %j for no wait at all", (header) => {
    expect(parseRetryAfter(header, NOW)).toBeUndefined();
  });

  it("makes of any header a wait that is not negative, or none", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = parseRetryAfter(header, NOW);
        expect(wait === undefined || wait >= 0).toBe(true);
      }),
    );
  });
});
