import { authenticateClient } from "./client-auth";
import { verifierFits } from "./codes";
import type { IssuedTokens } from "./grants";
import { json } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";
import type { World } from "@/emulator/world";

const refusals = {
  expired: "Refresh token expired",
  revoked: "Refresh token revoked",
  invalid: "Invalid refresh token",
} as const;

/** `POST /api/token` */
export function answerToken(world: World, call: Call): Answer {
  if (call.method !== "POST") return oauthError("invalid_request", "POST is the only method");
  const form = new URLSearchParams(call.body);
  const isForm = call.contentType.startsWith("application/x-www-form-urlencoded");
  const grantType = isForm ? form.get("grant_type") : null;
  if (grantType === null)
    return oauthError("unsupported_grant_type", "grant_type parameter is missing");
  const verdict = authenticateClient(call, form);
  if ("refused" in verdict) return oauthError("invalid_client", verdict.refused);
  if (grantType === "authorization_code") return exchangeCode(world, form, verdict.publicClient);
  if (grantType === "refresh_token") return refresh(world, form, verdict.publicClient);
  return oauthError("unsupported_grant_type", "grant_type is not one of those supported");
}

function exchangeCode(world: World, form: URLSearchParams, publicClient: boolean): Answer {
  const pending = world.codes.take(form.get("code") ?? "");
  if (pending === undefined) return oauthError("invalid_grant", "Invalid authorization code");
  if (pending === "expired") return oauthError("invalid_grant", "Authorization code expired");
  if (form.get("redirect_uri") !== pending.redirectUri)
    return oauthError("invalid_grant", "Invalid redirect URI");
  const verifier = form.get("code_verifier");
  if (pending.challenge === undefined && publicClient)
    return oauthError("invalid_client", "Invalid client secret");
  if (pending.challenge !== undefined && verifier === null)
    return oauthError("invalid_request", "code_verifier required");
  if (pending.challenge !== undefined && !verifierFits(verifier ?? "", pending.challenge))
    return oauthError("invalid_grant", "code_verifier was incorrect");
  return answerTokens(world.grants.authorize(pending.userId, pending.scopes, publicClient));
}

function refresh(world: World, form: URLSearchParams, publicClient: boolean): Answer {
  const token = form.get("refresh_token");
  if (token === null || token === "")
    return oauthError("invalid_request", "refresh_token must be supplied");
  const result = world.grants.refresh(token, publicClient);
  if ("refused" in result) return oauthError("invalid_grant", refusals[result.refused]);
  return answerTokens(result.tokens);
}

function answerTokens(tokens: IssuedTokens): Answer {
  const body = {
    access_token: tokens.accessToken,
    token_type: "Bearer",
    expires_in: tokens.expiresIn,
    // Since mid-2026 a refresh answer has no refresh token: the key is absent, not null.
    ...(tokens.refreshToken === undefined ? {} : { refresh_token: tokens.refreshToken }),
    scope: tokens.scopes.join(" "),
  };
  return json(200, body, { "Cache-Control": "no-store", Pragma: "no-cache" });
}

export function oauthError(error: string, description?: string): Answer {
  const body = description === undefined ? { error } : { error, error_description: description };
  return json(400, body, { "Cache-Control": "no-store" });
}
