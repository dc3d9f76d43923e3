import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Heard, Item } from "./model";
import type { PublishingPolicy } from "./policy";
import { makeEngine } from "./testing/engine";
import {
  FIRST,
  HOUR,
  MINUTE,
  NOW,
  SECOND,
  SECOND_SONG,
  makeItem,
  readNothing,
  readPlaying,
} from "./testing/made";
import { transcribe } from "./testing/transcript";
import type { Step } from "./testing/transcript";

const POLICY: PublishingPolicy = {
  hideExplicit: true,
  hidePodcasts: true,
  hideArtists: ["Secret Society"],
};

const HIDDEN: readonly Item[] = [
  makeItem({ key: "h1", title: "HUSH explicit", explicit: true, durationMs: 100_000 }),
  makeItem({ key: "h2", title: "HUSH episode", kind: "episode", show: "HUSH show", artists: [] }),
  makeItem({
    key: "h3",
    title: "HUSH artist",
    artists: ["SECRET  society"],
    durationMs: undefined,
  }),
  makeItem({ key: FIRST.key, title: "HUSH twin", explicit: true, durationMs: 31_000 }),
];
const PUBLIC: readonly Item[] = [
  FIRST,
  SECOND_SONG,
  makeItem({ key: "short", title: "Interlude", durationMs: 9_000, artSmall: undefined }),
  makeItem({ key: "endless", title: "Endless", durationMs: undefined }),
];
const isHidden = (item: Item): boolean => HIDDEN.includes(item);

const items = fc.constantFrom(...HIDDEN, ...PUBLIC);
const playbacks: fc.Arbitrary<Step["says"]["playback"]> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom({ type: "nothing" as const }, { type: "ad" as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("item" as const),
      item: items,
      isPlaying: fc.boolean(),
      progressMs: fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
    }),
  },
);
const heard: fc.Arbitrary<Heard> = fc.record({
  item: items,
  playedAt: fc.integer({ min: NOW - 25 * HOUR, max: NOW }),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    lasts: fc.integer({ min: 5 * SECOND, max: 3 * MINUTE }),
    says: fc.record({ playback: playbacks, heard: fc.array(heard, { maxLength: 3 }) }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The same, had silence been in the place of everything hidden. */
function silenced({ lasts, says: { playback, heard = [] } }: Step): Step {
  const isSilent = playback.type === "item" && isHidden(playback.item);
  return {
    lasts,
    says: {
      playback: isSilent ? { type: "nothing" } : playback,
      heard: heard.filter(({ item }) => !isHidden(item)),
    },
  };
}

describe("a hidden item", { timeout: 30_000 }, () => {
  it.each<[string, PublishingPolicy]>([
    ["", {}],
    [" with a delay", { delaySeconds: 45 }],
    [" by night", { quietHours: { from: "20:05", to: "20:09", timeZone: "UTC" } }],
  ])(
    "cannot be told from silence%s: body, validator, headers, store and calls are the same",
    async (_, more) => {
      const policy = { ...POLICY, ...more };
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          const told = await transcribe(sequence, policy, 5 * SECOND);
          expect(told).toEqual(await transcribe(sequence.map(silenced), policy, 5 * SECOND));
          expect(JSON.stringify(told)).not.toContain("HUSH");
        }),
        { numRuns: 60 },
      );
    },
  );

  it("leaves the song before it heard until its end, or until it was last seen", async () => {
    for (const [at, playedAt] of [
      [216 * SECOND, NOW + 210 * SECOND],
      [100 * SECOND, NOW],
    ] as const) {
      let time = NOW;
      const { engine, source } = makeEngine(() => readPlaying({ progressMs: 0 }), {
        now: () => time,
        policy: POLICY,
      });
      await engine.read();
      time = NOW + at;
      const hidden = HIDDEN[0] ?? FIRST;
      source.answer = () => readPlaying({ item: hidden, at: time, progressMs: 6 * SECOND });
      expect((await engine.read()).nowPlaying).toMatchObject({ title: FIRST.title, playedAt });
    }
  });

  it("has nobody look at its cover", async () => {
    const asked: string[] = [];
    const cover = { art: "https://i.scdn.co/image/hush", artSmall: "https://i.scdn.co/image/hush" };
    const item = makeItem({ ...cover, explicit: true });
    const look = (url: string): undefined => void asked.push(url);
    const { engine } = makeEngine(() => readPlaying({ item }), {
      now: () => NOW,
      policy: POLICY,
      knownTint: look,
      findTint: async (url) => look(url),
    });
    expect((await engine.read()).json).toBe('{"v":1,"state":"idle"}');
    expect(asked).toEqual([]);
  });

  it("that was stored before it was hidden is not taken over", async () => {
    const store = createMemoryStore({ now: () => NOW });
    const hidden = makeItem({ explicit: true });
    const options = { now: () => NOW, store };
    await makeEngine(() => readPlaying({ item: hidden, progressMs: 0 }), options).engine.read();
    const { engine, source } = makeEngine(() => readNothing(), { ...options, policy: POLICY });
    expect((await engine.read()).json).toBe('{"v":1,"state":"idle"}');
    expect(source.requests).toHaveLength(0);
  });

  it("in the history gives way to the newest one that may be told", async () => {
    const heard = [
      { item: HIDDEN[0] ?? FIRST, playedAt: NOW - MINUTE },
      { item: SECOND_SONG, playedAt: NOW - HOUR },
      { item: FIRST, playedAt: NOW - 2 * HOUR },
    ];
    const { engine } = makeEngine(() => ({ ...readNothing(), heard }), {
      now: () => NOW,
      policy: POLICY,
    });
    expect((await engine.read()).nowPlaying).toMatchObject({
      state: "recent",
      title: SECOND_SONG.title,
      playedAt: NOW - HOUR,
    });
  });
});

it("a policy that cannot be understood tells nothing and asks nothing", async () => {
  for (const policy of [
    { delaySeconds: -1 },
    { quietHours: { from: "22:00", to: "07:00", timeZone: "Nowhere" } },
    { hideArtists: "Björk" as unknown as string[] },
  ]) {
    const { engine, source } = makeEngine(() => readPlaying({ progressMs: 0 }), {
      now: () => NOW,
      policy,
    });
    expect((await engine.read()).json).toBe('{"v":1,"state":"idle"}');
    expect(source.requests).toHaveLength(0);
  }
});
