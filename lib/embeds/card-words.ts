import { creditOf } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { escapeXml } from "./escape-xml";

/** The words of the interface that a card needs. */
export interface CardWords {
  readonly playing: string;
  readonly paused: string;
  readonly recent: string;
  readonly idle: string;
  /** Stands where nothing can be told: not that nothing plays, for who knows. */
  readonly plain: string;
  readonly explicit: string;
  /** What marks an explicit item in the picture: one letter. */
  readonly explicitMark: string;
}

/** What a card says. */
export interface CardText {
  /** Empty where no item is told of; the title is then a line that stands alone. */
  readonly label: string;
  readonly title: string;
  readonly credit: string;
  /** All of it, for those who do not see the picture, or see it cut. */
  readonly spoken: string;
  /** What the picture has no room for; empty where there is no more. */
  readonly more: string;
}

/**
 * Most bytes of the words in title and description, as they stand in the file. Names of this length are
 * nowhere on Spotify; without a limit, hostile ones would push the cover out of the card.
 */
const MOST_BYTES = { spoken: 2_000, more: 500 };

/** Puts into words what is published. */
export function describeCard(published: NowPlaying, words: CardWords): CardText {
  if (!hasItem(published)) {
    const title = words[published.state === "idle" ? "idle" : "plain"];
    return { label: "", title, credit: "", spoken: limit(title, MOST_BYTES.spoken), more: "" };
  }
  const { state, title, album, explicit } = published;
  const label = words[state];
  const credit = creditOf(published) ?? "";
  return {
    label,
    title,
    credit,
    spoken: limit(join(label, title, credit), MOST_BYTES.spoken),
    more: limit(join(explicit && words.explicit, album), MOST_BYTES.more),
  };
}

function join(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(", ");
}

/** Text of which no more than so many bytes will stand in the file. */
function limit(text: string, bytes: number): string {
  // Escaping drops characters, but lengthens most: what has more of them than bytes is cut in any case.
  if (text.length <= bytes && sizeOf(text) <= bytes) return text;
  let most = bytes;
  for (let least = 0; least < most;) {
    const middle = Math.ceil((least + most) / 2);
    if (sizeOf(`${text.slice(0, middle)}…`) <= bytes) least = middle;
    else most = middle - 1;
  }
  return `${text.slice(0, most).trimEnd()}…`;
}

function sizeOf(text: string): number {
  return Buffer.byteLength(escapeXml(text));
}
