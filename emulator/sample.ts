import type { FaultHost } from "./faults/exchange";
import { json } from "./http/answer";
import type { Answer } from "./http/answer";
import { makeToken } from "./ids";
import type { TrackEntry } from "./playlist/entry";
import { describeItem } from "./web-api/items";
import type { World } from "./world";

/** A sound answer to spoil, when the honest one is an error or has no song in it. */
export function sampleAnswer(world: World, host: FaultHost): Answer {
  if (host === "accounts")
    return json(200, {
      access_token: makeToken("BQ"),
      token_type: "Bearer",
      expires_in: 3600,
      scope: "user-read-currently-playing",
    });
  return json(200, {
    timestamp: world.now(),
    context: null,
    progress_ms: 1_000,
    item: describeItem(standIn, world.origin()),
    currently_playing_type: "track",
    actions: { disallows: { resuming: true } },
    is_playing: true,
  });
}

const standIn: TrackEntry = {
  type: "track",
  title: "Vexations",
  artists: ["Erik Satie"],
  album: "Pages mystiques",
  durationMs: 90_000,
};
