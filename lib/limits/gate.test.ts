import { describe, expect, it } from "vitest";
import { closeGate, isClosed } from "./gate";

const NOW = Date.UTC(2026, 10, 20);

describe("the gate", () => {
  it("stays closed for exactly as long as the host asked", () => {
    const gate = closeGate(undefined, { kind: "quota", retryAfterMs: 48_925_000 }, NOW);
    expect(isClosed(gate, NOW + 48_924_999)).toBe(true);
    expect(isClosed(gate, NOW + 48_925_000)).toBe(false);
  });

  it("waits 30 s, then twice as long each time, when the host names no wait", () => {
    const first = closeGate(undefined, { kind: "rate" }, NOW);
    expect(first.until - NOW).toBe(30_000);
    const second = closeGate(first, { kind: "rate" }, first.until);
    expect(second.until - first.until).toBe(60_000);
  });

  it("waits an hour for a quota without a stated wait", () => {
    expect(closeGate(undefined, { kind: "quota" }, NOW).until - NOW).toBe(3_600_000);
  });

  it("does not open earlier because a later refusal names less", () => {
    const long = closeGate(undefined, { kind: "quota", retryAfterMs: 3_600_000 }, NOW);
    expect(closeGate(long, { kind: "rate", retryAfterMs: 1_000 }, NOW + 1).until).toBe(long.until);
  });

  it("takes no negative, instant or endless wait at its word", () => {
    expect(closeGate(undefined, { kind: "rate", retryAfterMs: -5 }, NOW).until).toBe(NOW + 1_000);
    const endless = closeGate(undefined, { kind: "rate", retryAfterMs: Infinity }, NOW);
    expect(Number.isSafeInteger(endless.until)).toBe(true);
    expect(isClosed(endless, NOW)).toBe(true);
  });

  it("does not hold back for years what was closed under a clock that went wrong", () => {
    const gate = closeGate(undefined, { kind: "rate" }, NOW + 4 * 365 * 24 * 3_600_000);
    expect(isClosed(gate, NOW)).toBe(false);
  });
});
