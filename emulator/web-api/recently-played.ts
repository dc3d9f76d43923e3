import { apiError } from "./api-error";
import type { Caller } from "./bearer";
import { describeContext } from "./context";
import { describeTrack } from "./items";
import { json } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";
import type { World } from "@/emulator/world";

/** `GET /v1/me/player/recently-played`: a window of the last fifty tracks, newest first. */
export function answerRecentlyPlayed(world: World, call: Call, caller: Caller): Answer {
  if (!caller.scopes.includes("user-read-recently-played"))
    return apiError(403, "Insufficient client scope");
  const limit = readInteger(call.query, "limit") ?? 20;
  const after = readInteger(call.query, "after");
  const before = readInteger(call.query, "before");
  if (Number.isNaN(limit) || limit < 1 || limit > 50) return apiError(400, "Invalid limit");
  if (Number.isNaN(after) || Number.isNaN(before)) return apiError(400, "Invalid cursor");
  if (after !== undefined && before !== undefined)
    return apiError(400, "Only one of before and after may be given");
  const window = world.player
    .history()
    .filter(({ endedAt }) => endedAt > (after ?? -Infinity) && endedAt < (before ?? Infinity));
  const page = window.slice(0, limit);
  const newest = page[0];
  const oldest = page.at(-1);
  // The one link that a client may follow, so it leads back here.
  const href = `${world.origin()}/v1/me/player/recently-played`;
  const more = oldest !== undefined && window.length > page.length;
  return json(200, {
    items: page.map(({ track, endedAt }) => ({
      track: describeTrack(track, world.origin()),
      played_at: new Date(endedAt).toISOString(),
      context: describeContext(track),
    })),
    next: more ? `${href}?before=${oldest.endedAt}&limit=${limit}` : null,
    cursors:
      newest === undefined || oldest === undefined
        ? null
        : { after: String(newest.endedAt), before: String(oldest.endedAt) },
    limit,
    href: `${href}?limit=${limit}`,
  });
}

function readInteger(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  return /^\d+$/.test(value) ? Number(value) : Number.NaN;
}
