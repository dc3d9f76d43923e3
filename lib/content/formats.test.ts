import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { formatDate } from "./format-date";
import { formatRunningTime } from "./format-running-time";

describe("a running time", () => {
  it.each([
    [0, "0:00"],
    [42, "0:42"],
    [462, "7:42"],
    [3_599, "59:59"],
    [3_723, "1:02:03"],
  ])("of %i seconds is %s", (seconds, text) => {
    expect(formatRunningTime(seconds)).toBe(text);
  });

  it("says every second of it", () => {
    fc.assert(
      fc.property(fc.nat(360_000), (seconds) => {
        const parts = formatRunningTime(seconds).split(":").map(Number);
        expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds);
      }),
    );
  });
});

describe("a date", () => {
  it("is the day it names, in every language and whatever the time zone", () => {
    expect(formatDate("2026-11-20", "en-GB")).toBe("20 November 2026");
    vi.stubEnv("TZ", "Pacific/Niue");
    expect(formatDate("2026-01-01", "de")).toBe("1. Januar 2026");
    vi.unstubAllEnvs();
  });
});
