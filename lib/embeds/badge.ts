import { creditOf } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";

/**
 * Room for the message, in characters of usual width. With its label that is about 500 px, the better part
 * of a README's line; Spotify asks for room for 23 of a title and 18 of an artist.
 */
const MOST = 60;

/** What a credit may claim of that where a title would take it all. */
const CREDIT_MOST = 21;

const BETWEEN = " – ";

const INK = "#1c1a17";

/** The shortest that shields.io takes, in seconds. */
const CACHE_S = 300;

/** Something that leaves ink: a title may be made of joiners, marks and blanks alone. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The words of the badge, in the lower case that badges are set in. */
export interface BadgeWords {
  readonly playing: string;
  readonly paused: string;
  readonly recent: string;
  /** The label where there is no item. */
  readonly music: string;
  readonly idle: string;
  /** Where nothing can be told: no error, for visitors have no part in it. */
  readonly unavailable: string;
  /** For a title that nobody could see. */
  readonly untitled: string;
}

/** The schema of https://shields.io/badges/endpoint-badge, which takes no key that it does not know. */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  readonly namedLogo: "spotify";
  readonly logoColor: "white";
  readonly cacheSeconds: number;
}

/** What is published, as the endpoint that shields.io draws a badge from. Its message is never empty. */
export function describeBadge(published: NowPlaying, words: BadgeWords): Badge {
  const isOn = published.state === "playing" || published.state === "paused";
  return {
    schemaVersion: 1,
    label: hasItem(published) ? words[published.state] : words.music,
    message: writeMessage(published, words),
    color: (isOn && published.tint) || INK,
    namedLogo: "spotify",
    logoColor: "white",
    cacheSeconds: CACHE_S,
  };
}

function writeMessage(published: NowPlaying, words: BadgeWords): string {
  if (!hasItem(published)) return words[published.state];
  const title = tidy(published.title) ?? words.untitled;
  const credit = tidy(creditOf(published));
  if (credit === undefined) return cut(title, MOST);
  const room = MOST - BETWEEN.length;
  const shownTitle = cut(title, room - widthOf(cut(credit, CREDIT_MOST)));
  return `${shownTitle}${BETWEEN}${cut(credit, room - widthOf(shownTitle))}`;
}

/** The text on one line; undefined where there is nothing to see of it. */
function tidy(text = ""): string | undefined {
  return VISIBLE.test(text) ? text.replace(/[\s\p{Cc}]+/gu, " ").trim() : undefined;
}

/** Cut between whole characters, as a reader counts them. */
function cut(text: string, most: number): string {
  let kept = "";
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += weigh(segment);
    if (width > most) return `${kept.trimEnd()}…`;
    if (width < most) kept += segment;
  }
  return text;
}

function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) width += weigh(segment);
  return width;
}

/** One for most characters; more for those that hundreds of marks are heaped on, which are no joke to send. */
function weigh(character: string): number {
  return Math.ceil(character.length / 4);
}
