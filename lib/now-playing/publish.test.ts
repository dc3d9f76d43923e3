import { describe, expect, it } from "vitest";
import { publish } from "./publish";
import type { Truth } from "./model";
import { expectContract } from "./testing/contract";
import { DAY, FIRST, MINUTE, NOW, SECOND, makeItem, playingTruth } from "./testing/made";

const LENGTH = FIRST.durationMs ?? 0;
const END = NOW + LENGTH;

const paused: Truth = {
  asOf: NOW,
  current: { state: "paused", item: FIRST, positionMs: 40_000, heardAt: NOW - 5_000 },
};

describe("what visitors are told", () => {
  it("of a typical track is at most 450 bytes", () => {
    const item = makeItem({
      tint: "#1f3a52",
      title: "Everything in Its Right Place",
      album: "Kid A Mnesia",
    });
    const body = publish(playingTruth({ item }), undefined, NOW);
    expectContract(body);
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(450);
  });

  it("never holds the item's key", () => {
    expect(JSON.stringify(publish(playingTruth(), undefined, NOW))).not.toContain(FIRST.key);
  });

  it("is the song until 10 s after its end, and then that it was played until its end", () => {
    const truth = playingTruth();
    expect(publish(truth, undefined, END + 10_000)).toMatchObject({
      state: "playing",
      startedAt: NOW,
    });
    expect(publish(truth, undefined, END + 10_001)).toMatchObject({
      state: "recent",
      playedAt: END,
    });
  });

  it("is a song of unknown length for 15 min, and then that it was last heard when it was last seen", () => {
    const truth = playingTruth({ item: makeItem({ durationMs: undefined }), asOf: NOW + MINUTE });
    expect(publish(truth, undefined, NOW + 16 * MINUTE).state).toBe("playing");
    const later = publish(truth, undefined, NOW + 16 * MINUTE + 1);
    expect(later).toMatchObject({ state: "recent", playedAt: NOW + MINUTE });
    expect(later).not.toHaveProperty("durationMs");
  });

  it("is a pause for half an hour without a newer reading", () => {
    expect(publish(paused, undefined, NOW + 30 * MINUTE)).toMatchObject({
      state: "paused",
      positionMs: 40_000,
    });
    expect(publish(paused, undefined, NOW + 30 * MINUTE + 1)).toMatchObject({
      state: "recent",
      playedAt: NOW - 5_000,
    });
  });

  it("is the last item for a day, and then nothing", () => {
    const lastHeard = { item: FIRST, playedAt: NOW };
    const truth: Truth = { asOf: NOW + 20 * SECOND, current: { state: "nothing" }, lastHeard };
    expect(publish(truth, undefined, NOW + DAY)).toMatchObject({ state: "recent", playedAt: NOW });
    expect(publish(truth, undefined, NOW + DAY + 1)).toEqual({ v: 1, state: "idle" });
  });

  it("is idle when nothing was heard", () => {
    const truth: Truth = { asOf: NOW, current: { state: "nothing" } };
    expect(publish(truth, undefined, NOW)).toEqual({ v: 1, state: "idle" });
  });
});

describe("while the source cannot be asked", () => {
  const trouble = { reason: "unreachable" as const, retryAt: NOW + MINUTE };

  it.each<[string, Truth]>([
    ["a song", playingTruth()],
    ["a pause", paused],
    ["nothing", { asOf: NOW, current: { state: "nothing" } }],
  ])("%s is marked stale, as of the last good reading, and only then", (_, truth) => {
    const told = publish(truth, trouble, NOW + SECOND);
    expectContract(told);
    expect(told).toMatchObject({ stale: true, asOf: truth.asOf });
    expect(publish(truth, undefined, NOW + SECOND)).not.toHaveProperty("stale");
    expect(publish(truth, undefined, NOW + SECOND)).not.toHaveProperty("asOf");
  });

  it("an older song still ages, and stays marked", () => {
    expect(publish(playingTruth(), trouble, END + MINUTE)).toMatchObject({
      state: "recent",
      stale: true,
      asOf: NOW,
    });
  });

  it("nothing known is unavailable, with the reason and the moment it may work again", () => {
    const told = publish(undefined, trouble, NOW);
    expect(told).toEqual({
      v: 1,
      state: "unavailable",
      reason: "unreachable",
      retryAt: NOW + MINUTE,
    });
  });

  it("what is a day old is not known any more", () => {
    expect(publish(playingTruth(), trouble, NOW + DAY).state).toBe("unavailable");
  });

  it("no moment is named that never comes", () => {
    const never = { reason: "rate_limited" as const, retryAt: Infinity };
    expect(publish(undefined, never, NOW)).not.toHaveProperty("retryAt");
  });
});
