import fc from "fast-check";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { CARD_WIDTH, THEMES } from "@/lib/embeds/options";
import { NOW } from "./drawing";

const injection = fc.constantFrom(
  "<script>alert(1)</script>",
  '"/><image href="https://evil.example/a.png" onload="alert(1)"/>',
  "]]>&lt;</title></style>",
  "&#x3c;a>&evil;<!--",
  "}text{fill:url(http://evil.example)}",
  "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]>",
  "",
);
const towers = fc
  .tuple(
    fc.constantFrom(
      '"',
      "'",
      "<",
      "&",
      "夜",
      "M",
      "i",
      " ",
      "\u0301",
      "\u200B",
      "\u202E",
      "\uD800",
      "\0",
      "👨‍👩‍👧‍👦",
      "🇩🇪",
      "ﷺ",
      "กำ",
    ),
    fc.integer({ min: 0, max: 500 }),
  )
  .map(([piece, count]) => piece.repeat(count).slice(0, 500));
const words = fc.oneof(fc.string({ unit: "binary", maxLength: 500 }), injection, towers);
const numbers = fc.oneof(
  fc.constantFrom(
    0,
    -1,
    1,
    0.1,
    1e-300,
    1e300,
    -1e300,
    Infinity,
    -Infinity,
    Number.MAX_SAFE_INTEGER,
    NOW,
  ),
  fc.integer(),
  fc.integer({ min: 0, max: 500_000 }),
);
const tints = fc.oneof(
  fc.constantFrom(undefined, "#b4532a", "#B4532A", "red", "#b4532a}"),
  injection,
);

/** What could be published if nobody had cleaned it: longer, stranger and emptier than the contract allows. */
export const hostileBodies: fc.Arbitrary<NowPlaying> = fc
  .record({
    v: fc.constant(1),
    state: fc.constantFrom("playing", "paused", "recent"),
    kind: fc.constantFrom("track", "episode", "local"),
    title: words,
    artists: fc.option(
      fc.oneof(
        fc.array(words, { maxLength: 3 }),
        words.map((name) => Array.from({ length: 40 }, () => name)),
      ),
      { nil: undefined },
    ),
    album: fc.option(words, { nil: undefined }),
    show: fc.option(words, { nil: undefined }),
    tint: tints,
    explicit: fc.constantFrom(true, undefined),
    durationMs: fc.option(numbers, { nil: undefined }),
    startedAt: numbers,
    positionMs: numbers,
    playedAt: numbers,
    art: fc.constant("https://i.scdn.co/image/a"),
    artSmall: fc.constant("https://i.scdn.co/image/b"),
  })
  .map((body) => body as NowPlaying);

/** Every way in which a card can be asked for. */
export const sizes = fc.record({
  theme: fc.constantFrom(...THEMES),
  width: fc.integer({ min: CARD_WIDTH.least, max: CARD_WIDTH.most }),
});
/** Covers as no artwork room would make them. */
export const covers = fc.record({
  uri: fc.oneof(
    fc.constantFrom(
      "https://evil.example/a.png",
      "javascript:alert(1)",
      "data:text/html,a",
      "data:image/webp;base64,AAAA",
    ),
    words.map((tail) => `data:image/${tail}`),
  ),
  width: numbers,
  height: numbers,
});
