import type { Kind } from "./model";

const DAY_MS = 24 * 60 * 60_000;

/** A song is shown this long (ms) past its end while nothing newer is known. */
const GRACE_MS = 10_000;

/** A last played item is shown this long (ms), then nothing is. */
export const RECENT_MS = DAY_MS;

export type UnavailableReason =
  "not_connected" | "reauthorize" | "rate_limited" | "unreachable" | "misconfigured";

/** What is published of an item; keys that do not apply are absent. */
export interface PublishedItem {
  readonly kind: Kind;
  readonly title: string;
  readonly artists?: readonly string[];
  readonly album?: string;
  readonly show?: string;
  readonly url?: string;
  readonly art?: string;
  readonly artSmall?: string;
  readonly tint?: string;
  readonly explicit?: true;
  readonly durationMs?: number;
}

/** Older truth, shown while Spotify cannot be asked. */
interface Staleness {
  readonly stale?: true | undefined;
  /** Epoch ms of the last good reading. */
  readonly asOf?: number | undefined;
}

export type PlayingNow = PublishedItem &
  Staleness & { readonly v: 1; readonly state: "playing"; readonly startedAt: number };
export type PausedNow = PublishedItem &
  Staleness & { readonly v: 1; readonly state: "paused"; readonly positionMs: number };
export type RecentlyPlayed = PublishedItem &
  Staleness & { readonly v: 1; readonly state: "recent"; readonly playedAt: number };
export type Idle = Staleness & { readonly v: 1; readonly state: "idle" };
export interface Unavailable {
  readonly v: 1;
  readonly state: "unavailable";
  readonly reason: UnavailableReason;
  readonly retryAt?: number;
}

/**
 * The body of `GET /api/now-playing`, version 1. It says when a song started, not how far it is, so
 * it does not change while the song plays. Its JSON Schema is `/now-playing.schema.json`.
 */
export type NowPlaying = PlayingNow | PausedNow | RecentlyPlayed | Idle | Unavailable;

/** An item that was played, as `recent` tells of one, and when. */
export type Play = Omit<PublishedItem, "tint"> & { readonly playedAt: number };

/**
 * The body of `GET /api/recently-played`, version 1: at most ten plays, newest first. Its JSON Schema
 * is `/recently-played.schema.json`.
 */
export interface Plays {
  readonly v: 1;
  readonly items: readonly Play[];
}

/** What a state that tells of an item cannot be drawn without. */
const MOMENTS: Readonly<Record<string, string>> = {
  playing: "startedAt",
  paused: "positionMs",
  recent: "playedAt",
};

/**
 * Whether a body is of this contract, as far as drawing it needs: faces on other pages read what a stranger's
 * site sends. Its addresses are web addresses. The schema says the rest.
 */
export function isNowPlaying(body: unknown): body is NowPlaying {
  if (typeof body !== "object" || body === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...body };
  const moment = MOMENTS[`${fields.state}`];
  return (
    fields.v === 1 &&
    isText(fields.state) &&
    (!moment || (moment in body && "title" in body)) &&
    Object.entries(body).every(isAsNamed)
  );
}

/** Whether a body is a list of plays, as far as drawing it needs. */
export function isPlays(body: unknown): body is Plays {
  if (typeof body !== "object" || body === null || !("items" in body)) return false;
  return Array.isArray(body.items) && body.items.every(isPlay);
}

function isPlay(play: unknown): play is Play {
  if (typeof play !== "object" || play === null) return false;
  return "title" in play && "playedAt" in play && Object.entries(play).every(isAsNamed);
}

/** The names of the contract tell what their values are; those that it does not know are let be. */
function isAsNamed([name, value]: [string, unknown]): boolean {
  if (name === "artists") return Array.isArray(value) && value.every(isText);
  if (/^(title|album|show|tint)$/.test(name)) return isText(value);
  if (/^(url|art|artSmall)$/.test(name)) return isText(value) && /^https?:\/\//.test(value);
  return !/(At|Ms)$/.test(name) || Number.isFinite(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether an item is told of: what plays, is paused or was played last. */
export function hasItem(
  published: NowPlaying,
): published is PlayingNow | PausedNow | RecentlyPlayed {
  return "title" in published;
}

/** Epoch ms after which a published state is no longer true by itself; undefined: never. */
export function expiresAt(published: NowPlaying): number | undefined {
  if (published.state === "recent") return published.playedAt + RECENT_MS;
  if (published.state !== "playing" || published.durationMs === undefined) return undefined;
  return published.startedAt + published.durationMs + GRACE_MS;
}

/**
 * What a published state has become at `now`, without anything newer: a song past its end was played,
 * and what was played a day ago is nothing. Server, footer and widget all age by this one rule.
 *
 * @param now epoch ms by the server's clock
 */
export function age(published: NowPlaying, now: number): NowPlaying {
  const expiry = expiresAt(published);
  if (expiry === undefined || now <= expiry) return published;
  if (published.state === "playing") {
    const { state: _, startedAt, ...rest } = published;
    const playedAt = startedAt + (published.durationMs ?? 0);
    return age({ ...rest, state: "recent", playedAt }, now);
  }
  const { stale, asOf } = published.state === "recent" ? published : {};
  return { v: 1, state: "idle", stale, asOf };
}
