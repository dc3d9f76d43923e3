import fc from "fast-check";
import type { Item, Reading, Truth } from "@/lib/now-playing/model";
import type { Trouble } from "@/lib/now-playing/publish";
import { DAY, NOW } from "./made";

/** Text as it may come from anywhere: any UTF-16 code units, control characters and lone surrogates too. */
export const wildText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 600 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 700 })
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join("")),
  fc.integer({ min: 490, max: 510 }).map((length) => "a".repeat(length) + "🎵".repeat(20)),
);

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .filter((text) => /\S/.test(text));
const moment = fc.integer({ min: NOW - 3 * DAY, max: NOW + DAY });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const picture = fc.constant("https://i.scdn.co/image/1");
const shared = {
  key: fc.constantFrom("a", "b"),
  url: maybe(fc.constant("https://open.spotify.com/track/1")),
  art: maybe(picture),
  artSmall: maybe(picture),
  tint: maybe(fc.constant("#0a0b0c")),
  explicit: fc.boolean(),
  durationMs: maybe(
    fc.oneof(fc.integer({ min: 1, max: DAY }), fc.constant(Number.MAX_SAFE_INTEGER)),
  ),
};
const kind = fc.constantFrom("track" as const, "episode" as const, "local" as const);

function itemOf(text: fc.Arbitrary<string>): fc.Arbitrary<Item> {
  const words = {
    title: text,
    artists: fc.array(text, { maxLength: 4 }),
    album: maybe(text),
    show: maybe(text),
  };
  return fc.record({ ...shared, ...words, kind });
}

/** Items as they may come from anywhere. */
export const wildItems = itemOf(wildText);

/** Items as a truth holds them: their words are clean. */
export const cleanItems = itemOf(line);

const heard = fc.record({ item: cleanItems, playedAt: moment });
const current: fc.Arbitrary<Truth["current"]> = fc.oneof(
  fc.record({
    state: fc.constant("playing" as const),
    item: cleanItems,
    startedAt: moment,
    toldMs: fc.option(fc.nat(), { nil: undefined }),
  }),
  fc.record({
    state: fc.constant("paused" as const),
    item: cleanItems,
    positionMs: fc.integer({ min: 0, max: DAY }),
    heardAt: moment,
  }),
  fc.record({ state: fc.constant("nothing" as const) }),
);

export const truths: fc.Arbitrary<Truth> = fc.record({
  asOf: moment,
  current,
  lastHeard: maybe(heard),
});

export const troubles: fc.Arbitrary<Trouble | undefined> = maybe(
  fc.record({
    reason: fc.constantFrom(
      "not_connected",
      "reauthorize",
      "rate_limited",
      "unreachable",
      "misconfigured",
    ),
    retryAt: maybe(fc.oneof(moment, fc.constant(Infinity))),
  }),
);

/** Moments around those of the truths. */
export const moments = fc.integer({ min: NOW - 2 * DAY, max: NOW + 3 * DAY });

/** Whatever a source may say, hostile words and impossible positions included; the moment is added. */
export const playbacks: fc.Arbitrary<Reading["playback"]> = fc.oneof(
  fc.constant({ type: "nothing" as const }),
  fc.constant({ type: "ad" as const }),
  fc.record({
    type: fc.constant("item" as const),
    item: wildItems,
    isPlaying: fc.boolean(),
    progressMs: maybe(
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: DAY }),
        fc.constant(Number.MAX_SAFE_INTEGER),
      ),
    ),
  }),
);
