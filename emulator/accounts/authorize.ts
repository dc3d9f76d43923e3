import { client } from "./client";
import { renderConsentPage } from "./consent-page";
import { judgeRedirectUri } from "./redirect-uris";
import { parseScopes, scopes as knownScopes } from "./scopes";
import { users } from "./users";
import { html, redirect, text } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";
import type { World } from "@/emulator/world";

interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string | null;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
}

/** `GET /authorize`: asks, unless this user has said yes to all of it before and `show_dialog` is not set. */
export function answerAuthorize(world: World, call: Call): Answer {
  const request = readRequest(world, call.query);
  if ("status" in request) return request;
  const user = users[world.options.user];
  const mayBeSilent = call.query.get("show_dialog") !== "true";
  if (mayBeSilent && world.grants.hasConsent(user.id, request.scopes)) return agree(world, request);
  return html(200, renderConsentPage(user, request.scopes, request.redirectUri, call.query));
}

/** `POST /authorize/decide`: the form of the consent page, with the query of the page in hidden fields. */
export function answerDecision(world: World, call: Call): Answer {
  const form = new URLSearchParams(call.body);
  const request = readRequest(world, form);
  if ("status" in request) return request;
  if (form.get("decision") === "agree") return agree(world, request);
  return sendBack(request, { error: "access_denied" });
}

function agree(world: World, request: AuthorizationRequest): Answer {
  const { redirectUri, scopes, challenge } = request;
  const userId = users[world.options.user].id;
  return sendBack(request, { code: world.codes.issue({ userId, scopes, redirectUri, challenge }) });
}

// Where the redirect URI cannot be trusted, the error stays on Spotify's page.
function readRequest(world: World, query: URLSearchParams): AuthorizationRequest | Answer {
  if (query.get("client_id") !== client.id) return text(400, "INVALID_CLIENT: Invalid client");
  const redirectUri = query.get("redirect_uri") ?? "";
  const verdict = judgeRedirectUri(redirectUri, world.options.redirectUris);
  if (verdict === "insecure") return text(400, "INVALID_CLIENT: Insecure redirect URI");
  if (verdict === "unregistered") return text(400, "INVALID_CLIENT: Invalid redirect URI");
  if (query.get("response_type") !== "code") return text(400, "response_type must be code");
  const scopes = parseScopes(query.get("scope"));
  if (scopes.some((scope) => !knownScopes.has(scope)))
    return text(400, "INVALID_SCOPE: Invalid scope");
  const challenge = query.get("code_challenge") ?? undefined;
  if (challenge !== undefined && query.get("code_challenge_method") !== "S256")
    return text(400, "code_challenge_method must be S256");
  return { redirectUri, state: query.get("state"), scopes, challenge };
}

function sendBack(request: AuthorizationRequest, outcome: Record<string, string>): Answer {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  if (request.state !== null) url.searchParams.set("state", request.state);
  return redirect(url.href);
}
