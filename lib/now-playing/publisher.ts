import { tagOf } from "./etag";
import type { Truth } from "./model";
import { postpone } from "./postpone";
import { publish } from "./publish";
import type { Trouble } from "./publish";
import { expiresAt } from "./wire";
import type { NowPlaying } from "./wire";

/** A published state, ready to be sent any number of times. */
export interface Publication {
  readonly nowPlaying: NowPlaying;
  readonly json: string;
  /** Strong validator of `json`, quotes included. */
  readonly etag: string;
  /** Epoch ms at which quiet hours change what is told, whatever plays; caches keep it no longer. */
  readonly changesAt?: number | undefined;
}

/** A state that only time can change is looked at this often (ms) at least. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Draws the truth as JSON, and again only when something can have changed.
 *
 * @param delayMs everything is told this much later than it was true
 */
export function createPublisher(delayMs = 0): {
  publish(truth: Truth | undefined, trouble: Trouble | undefined, now: number): Publication;
} {
  let last: Publication | undefined;
  let drawnFrom: { truth: Truth | undefined; trouble: Trouble | undefined } | undefined;
  let drawnAt = 0;
  let goodUntil = 0;

  return {
    publish(truth, trouble, now) {
      const isSame =
        drawnFrom?.truth === truth &&
        drawnFrom?.trouble?.reason === trouble?.reason &&
        drawnFrom?.trouble?.retryAt === trouble?.retryAt;
      if (last && isSame && now >= drawnAt && now <= goodUntil) return last;
      const nowPlaying = postpone(publish(truth, trouble, now - delayMs), delayMs);
      const json = JSON.stringify(nowPlaying);
      if (last?.json !== json) last = { nowPlaying, json, etag: tagOf(json) };
      drawnFrom = { truth, trouble };
      drawnAt = now;
      goodUntil = Math.min(now + LOOK_AGAIN_MS, expiresAt(nowPlaying) ?? Infinity);
      return last;
    },
  };
}
