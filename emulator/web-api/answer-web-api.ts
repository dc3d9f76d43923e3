import { apiError } from "./api-error";
import { identifyCaller } from "./bearer";
import { answerCurrentlyPlaying } from "./currently-playing";
import { answerMe } from "./me";
import { answerRecentlyPlayed } from "./recently-played";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";
import type { World } from "@/emulator/world";

/** Everything under `/v1`. */
export function answerWebApi(world: World, call: Call): Answer {
  const caller = identifyCaller(world, call);
  if ("status" in caller) return caller;
  if (call.method !== "GET") return apiError(405, "Method not allowed");
  if (call.path === "/v1/me") return answerMe(world, caller);
  if (call.path === "/v1/me/player/currently-playing")
    return answerCurrentlyPlaying(world, call, caller);
  if (call.path === "/v1/me/player/recently-played")
    return answerRecentlyPlayed(world, call, caller);
  return apiError(404, "Service not found");
}
