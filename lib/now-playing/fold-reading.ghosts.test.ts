import { describe, expect, it } from "vitest";
import { foldReading } from "./fold-reading";
import type { Reading, Truth } from "./model";
import { publish } from "./publish";
import { DAY, FIRST, HOUR, MINUTE, NOW, SECOND, SECOND_SONG, makeItem } from "./testing/made";
import { readPaused, readPlaying } from "./testing/made";

const LENGTH = FIRST.durationMs ?? 0;
const END = NOW + LENGTH;

function truthsAfter(...readings: Reading[]): Truth[] {
  let truth: Truth | undefined;
  return readings.map((reading) => (truth = foldReading(truth, reading)));
}

function lastOf(truths: readonly Truth[]): Truth {
  const truth = truths.at(-1);
  if (!truth) throw new Error("No truth.");
  return truth;
}

/** The first song, begun at NOW, still reported at this time. */
function seenAt(ms: number, progressMs: number | undefined = ms): Reading {
  return readPlaying({ at: NOW + ms, progressMs });
}

describe("a player that vanished while playing", () => {
  it("plays for 10 s past its end, and not a moment longer", () => {
    expect(lastOf(truthsAfter(seenAt(LENGTH + 10_000))).current.state).toBe("playing");
    expect(lastOf(truthsAfter(seenAt(LENGTH + 10_001))).current.state).toBe("nothing");
  });

  it("ended at its end, hours ago", () => {
    const ghost = lastOf(truthsAfter(seenAt(LENGTH + 5 * HOUR)));
    expect(publish(ghost, undefined, ghost.asOf)).toMatchObject({ state: "recent", playedAt: END });
  });

  it("was never heard when its end is more than a day ago", () => {
    const ghost = lastOf(truthsAfter(seenAt(LENGTH + DAY)));
    expect(publish(ghost, undefined, ghost.asOf)).toEqual({ v: 1, state: "idle" });
  });

  it("keeps the same end however often it is reported, with jitter", () => {
    const readings = [20, 50, 80, 900].map((s, i) =>
      seenAt(LENGTH + s * SECOND, LENGTH + s * SECOND + (i % 2 ? 900 : -900)),
    );
    const ends = truthsAfter(seenAt(60_000), ...readings).map(
      ({ lastHeard }) => lastHeard?.playedAt,
    );
    expect(ends).toEqual([undefined, END, END, END, END]);
  });

  it("keeps the same end when its position stands still beyond it", () => {
    const readings = [20, 50, 80].map((s) => seenAt(LENGTH + s * SECOND, LENGTH + 20 * SECOND));
    const ends = truthsAfter(...readings).map(({ lastHeard }) => lastHeard?.playedAt);
    expect(ends).toEqual([END, END, END]);
  });

  it.each([
    ["told no more", undefined],
    ["0 for ever", 0],
  ])("stays silent when its position is %s", (_, progressMs) => {
    const times = [0, 60_000, LENGTH + 11_000, LENGTH + 40_000, LENGTH + HOUR];
    const truths = truthsAfter(...times.map((ms) => readPlaying({ at: NOW + ms, progressMs })));
    expect(truths.map(({ current }) => current.state)).toEqual([
      "playing",
      "playing",
      "nothing",
      "nothing",
      "nothing",
    ]);
    expect(lastOf(truths).lastHeard?.playedAt).toBe(END);
  });

  it("plays again when its position is within the song again", () => {
    const again = seenAt(LENGTH + HOUR, 5_000);
    const truth = lastOf(truthsAfter(seenAt(LENGTH + MINUTE), again));
    expect(truth.current).toMatchObject({ state: "playing", startedAt: again.receivedAt - 5_000 });
  });

  it("gives way to any other song", () => {
    const other = readPlaying({ item: SECOND_SONG, at: END + HOUR });
    const truth = lastOf(truthsAfter(seenAt(LENGTH + MINUTE), other));
    expect(truth.current).toMatchObject({ state: "playing", item: SECOND_SONG });
  });

  it("becomes a pause that was heard at its end", () => {
    const paused = readPaused({ progressMs: LENGTH + HOUR, at: END + HOUR });
    const truth = lastOf(truthsAfter(seenAt(LENGTH + MINUTE), paused));
    expect(truth.current).toMatchObject({ state: "paused", positionMs: LENGTH, heardAt: END });
  });

  it("does not hide what was heard after it", () => {
    const heard = readPlaying({ item: SECOND_SONG, progressMs: 9_000, at: END + HOUR });
    const ghost = seenAt(LENGTH + HOUR + MINUTE);
    const [, ...truths] = truthsAfter(heard, ghost, seenAt(LENGTH + HOUR + 2 * MINUTE));
    for (const { lastHeard } of truths) {
      expect(lastHeard).toEqual({ item: SECOND_SONG, playedAt: END + HOUR });
    }
  });
});

it("believes a song of unknown length at any position", () => {
  const endless = makeItem({ durationMs: undefined });
  const truth = lastOf(truthsAfter(readPlaying({ item: endless, progressMs: 9 * HOUR })));
  expect(truth.current.state).toBe("playing");
});
