import { apiError } from "./api-error";
import type { Caller } from "./bearer";
import { describeContext } from "./context";
import { describeItem } from "./items";
import { empty, json } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";
import type { Hearing } from "@/emulator/playback";
import type { World } from "@/emulator/world";

const headers = { "Cache-Control": "private, max-age=0", "Access-Control-Allow-Origin": "*" };

/** `GET /v1/me/player/currently-playing` */
export function answerCurrentlyPlaying(world: World, call: Call, caller: Caller): Answer {
  // On the player's endpoints a missing scope is a 401, so a new token never helps.
  if (!caller.scopes.includes("user-read-currently-playing"))
    return apiError(401, "Permissions missing");
  const heard = world.player.hear();
  const { quirk } = world;
  if (quirk === "private" || heard.type === "nothing") return empty(204, headers);
  if (quirk === "empty-200") return empty(200, headers);
  if (!heard.isPlaying && isForgotten(world)) return empty(204, headers);
  const types = (call.query.get("additional_types") ?? "track").split(",");
  const body = describeHearing(heard, world, types.includes("episode"));
  if (quirk === "no-item")
    return json(200, { ...body, ...nothingNamed, is_playing: true }, headers);
  if (quirk === "null-progress") return json(200, { ...body, progress_ms: null }, headers);
  if (quirk === "zero-progress") return json(200, { ...body, progress_ms: 0 }, headers);
  return json(200, body, headers);
}

function isForgotten(world: World): boolean {
  const { pausedSeconds } = world.options;
  const pausedMs = world.now() - world.player.playback().since;
  return pausedSeconds !== null && pausedMs >= pausedSeconds * 1000;
}

const nothingNamed = { item: null, context: null, currently_playing_type: "unknown" } as const;

function describeHearing(
  heard: Exclude<Hearing, { type: "nothing" }>,
  world: World,
  withEpisodes: boolean,
) {
  const state = {
    timestamp: Math.round(world.player.playback().since),
    progress_ms: Math.round(heard.positionMs),
    is_playing: heard.isPlaying,
  };
  if (heard.type === "ad")
    return {
      ...state,
      context: null,
      item: null,
      currently_playing_type: "ad",
      actions: { disallows: adDisallows },
    };
  const { item } = heard;
  const hidden = item.type === "episode" && !withEpisodes;
  return {
    ...state,
    context: hidden ? null : describeContext(item),
    item: hidden ? null : describeItem(item, world.origin()),
    currently_playing_type: item.type === "episode" ? "episode" : "track",
    actions: { disallows: heard.isPlaying ? { resuming: true } : { pausing: true } },
  };
}

const adDisallows = {
  resuming: true,
  seeking: true,
  skipping_prev: true,
  skipping_next: true,
  interrupting_playback: true,
  transferring_playback: true,
} as const;
