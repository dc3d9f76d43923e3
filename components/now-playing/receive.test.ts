// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { receive } from "./receive";

class ResourceTiming {
  readonly responseEnd = 1;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("an answer's moment", () => {
  it("is that of the preload for the first, and its own for every later one", async () => {
    const now = Date.UTC(2026, 10, 21, 12);
    vi.useFakeTimers({ now, toFake: ["Date", "performance"] });
    vi.stubGlobal("PerformanceResourceTiming", ResourceTiming);
    performance.getEntriesByName = () => [new ResourceTiming() as unknown as PerformanceEntry];
    vi.stubGlobal("fetch", async () => Response.json({ v: 1, state: "idle" }));
    vi.advanceTimersByTime(60_000);
    expect((await receive("/api/now-playing")).since).toBeLessThan(now + 1_000);
    vi.advanceTimersByTime(60_000);
    expect((await receive("/api/now-playing")).since).toBe(now + 120_000);
  });
});
