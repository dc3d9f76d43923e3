import { apiError } from "./api-error";
import { findUser } from "@/emulator/accounts/users";
import type { User } from "@/emulator/accounts/users";
import { text } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";
import type { World } from "@/emulator/world";

export interface Caller {
  readonly user: User;
  readonly scopes: readonly string[];
}

export const notRegistered =
  "Check settings on developer.spotify.com/dashboard, the user may not be registered.";

export function identifyCaller(world: World, call: Call): Caller | Answer {
  if (call.authorization === undefined) return apiError(401, "No token provided");
  const token = /^Bearer +(\S+)$/i.exec(call.authorization)?.[1];
  if (token === undefined) return apiError(400, "Only valid bearer authentication supported");
  const found = world.grants.findAccessToken(token);
  if (found === undefined) return apiError(401, "Invalid access token");
  if (found.expiresAt <= world.now()) return apiError(401, "The access token expired");
  const user = findUser(found.grant.userId);
  // Plain text, not JSON: see spotify/web-api reports of clients that could not decode it.
  if (!user.listed) return text(403, notRegistered);
  return { user, scopes: world.grants.effectiveScopes(found.grant) };
}
