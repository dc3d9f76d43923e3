import type { Item, Reading, Truth } from "@/lib/now-playing/model";
import type { ReadingRequest, Source } from "@/lib/now-playing/source";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An evening on which all made music plays. */
export const NOW = Date.UTC(2026, 10, 20, 20);

/** A track of three and a half minutes. */
export function makeItem(changes: Partial<Item> = {}): Item {
  return {
    key: "spotify:track:first",
    kind: "track",
    title: "Run-out / Groove",
    artists: ["The Paper Sleeves"],
    album: "First Pressing",
    url: "https://open.spotify.com/track/4wajJ1o7jWIg62YqpkHC7S",
    art: "https://i.scdn.co/image/ab67616d00001e02de3c04b5fc750b68899b20a9",
    artSmall: "https://i.scdn.co/image/ab67616d00004851de3c04b5fc750b68899b20a9",
    explicit: false,
    durationMs: 210 * SECOND,
    ...changes,
  };
}

export const FIRST = makeItem();
export const SECOND_SONG = makeItem({ key: "spotify:track:second", title: "Second Song" });

interface ItemReading {
  readonly item?: Item;
  readonly progressMs?: number | undefined;
  readonly at?: number;
}

export function readPlaying({ item = FIRST, progressMs, at = NOW }: ItemReading = {}): Reading {
  return { receivedAt: at, playback: { type: "item", item, isPlaying: true, progressMs } };
}

export function readPaused({ item = FIRST, progressMs, at = NOW }: ItemReading = {}): Reading {
  return { receivedAt: at, playback: { type: "item", item, isPlaying: false, progressMs } };
}

export function readNothing(at = NOW): Reading {
  return { receivedAt: at, playback: { type: "nothing" } };
}

export function readAd(at = NOW): Reading {
  return { receivedAt: at, playback: { type: "ad" } };
}

/** A song that began at `startedAt`, last seen at `asOf`. */
export function playingTruth({
  item = FIRST,
  startedAt = NOW,
  asOf = startedAt,
}: { item?: Item; startedAt?: number; asOf?: number } = {}): Truth {
  return { asOf, current: { state: "playing", item, startedAt } };
}

/** A source that answers as told, and remembers what it was asked. */
export interface MadeSource extends Source {
  answer: (request: ReadingRequest) => Promise<Reading> | Reading;
  readonly requests: ReadingRequest[];
}

export function makeSource(answer: MadeSource["answer"], dailyBudget = 700): MadeSource {
  const requests: ReadingRequest[] = [];
  return {
    dailyBudget,
    requests,
    answer,
    async read(request) {
      await request.permit();
      requests.push(request);
      return this.answer(request);
    },
  };
}
