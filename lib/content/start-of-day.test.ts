import { describe, expect, it } from "vitest";
import { startOfDay } from "./start-of-day";

describe("startOfDay", () => {
  it("is midnight where the author lives", () => {
    expect(startOfDay("2026-11-20", "UTC").toISOString()).toBe("2026-11-20T00:00:00.000Z");
    expect(startOfDay("2026-11-20", "Europe/Stockholm").toISOString()).toBe(
      "2026-11-19T23:00:00.000Z",
    );
    expect(startOfDay("2026-11-20", "America/St_Johns").toISOString()).toBe(
      "2026-11-20T03:30:00.000Z",
    );
  });

  it("follows the clocks on the days that change them", () => {
    expect(startOfDay("2026-03-29", "Europe/Stockholm").toISOString()).toBe(
      "2026-03-28T23:00:00.000Z",
    );
    expect(startOfDay("2026-03-30", "Europe/Stockholm").toISOString()).toBe(
      "2026-03-29T22:00:00.000Z",
    );
    expect(startOfDay("2026-11-02", "America/New_York").toISOString()).toBe(
      "2026-11-02T05:00:00.000Z",
    );
  });
});
