import * as oauth from "oauth4webapi";
import { Secret } from "@/lib/secret";
import { say } from "@/lib/telling/say";
import { SpotifyError, isSpotifyError } from "./errors";
import { asCount, asRecord, asText, parseJson } from "./lenient";
import { DEFAULT_TIMEOUT_MS, request } from "./request";
import type { SpotifyHosts } from "./request";
import { parseRetryAfter } from "./retry-after";

const MAX_BYTES = 64 * 1024;

/** Assumed life of an access token whose answer does not name it, and the longest believed, in seconds. */
const USUAL_LIFE_S = 3600;
const LONGEST_LIFE_S = 24 * 3600;

/** What fits a header (RFC 6750, section 2.1); Spotify's tokens are base64url. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** What a token answer grants. */
export interface Grant {
  readonly accessToken: Secret;
  /** Life of the access token from now, in ms. */
  readonly expiresInMs: number;
  /** Present only when Spotify sent one: then it replaces the old one, which may be dead already. */
  readonly refreshToken?: Secret | undefined;
  /** Granted scopes, where the answer names them. */
  readonly scopes?: readonly string[] | undefined;
}

/** What the OAuth library has to know of Spotify, and how it reaches it. */
export interface TokenEndpoint {
  readonly server: oauth.AuthorizationServer;
  readonly options: oauth.TokenEndpointRequestOptions;
}

/** Spotify publishes no discovery document for this flow, so its metadata is stated here. */
export function describeTokenEndpoint(hosts: SpotifyHosts): TokenEndpoint {
  const { accountsUrl } = hosts;
  return {
    server: {
      issuer: accountsUrl,
      authorization_endpoint: `${accountsUrl}/authorize`,
      token_endpoint: `${accountsUrl}/api/token`,
    },
    options: {
      [oauth.customFetch]: (url, init) => askTokenEndpoint(hosts, url, init),
      // Plain http is let through by the environment's schema for loopback hosts only.
      [oauth.allowInsecureRequests]: accountsUrl.startsWith("http:"),
    },
  };
}

/** The library's fetch: under our deadline and cap, with the answers that are no OAuth told apart. */
async function askTokenEndpoint(
  hosts: SpotifyHosts,
  url: string,
  init: { readonly method: string; readonly headers: HeadersInit; readonly body?: unknown },
): Promise<Response> {
  const answer = await request(
    url,
    { method: init.method, headers: init.headers, body: String(init.body) },
    {
      timeoutMs: hosts.timeoutMs?.accounts ?? DEFAULT_TIMEOUT_MS.accounts,
      maxBytes: MAX_BYTES,
      fetch: hosts.fetch,
    },
  );
  const { status, headers, text } = answer;
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), (hosts.now ?? Date.now)());
  if (status === 429) {
    const message = say`Spotify's token endpoint is rate limited; it is left alone until it opens again.`;
    throw new SpotifyError("rate_limited", message, { status, retryAfterMs });
  }
  if (status >= 500) {
    const message = say`Spotify's token endpoint answered ${status}; it will be asked again.`;
    throw new SpotifyError("server_error", message, { status, retryAfterMs });
  }
  const body = asRecord(parseJson(text));
  if (typeof body.access_token !== "string" && typeof body.error !== "string") {
    const message = say`Spotify's token endpoint answered ${status} with no token and no error; check SPOTIFY_ACCOUNTS_URL.`;
    throw new SpotifyError(status === 403 ? "forbidden" : "malformed", message, { status });
  }
  return Response.json(tidy(body), { status });
}

/**
 * A token answer without what the library would refuse it for: with the answer a rotated refresh
 * token, which comes once, would be lost. `"refresh_token": null` and "" have been sent; they mean
 * that the old one is kept.
 */
function tidy(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { access_token, token_type, error } = body;
  return {
    access_token,
    token_type: token_type ?? "Bearer",
    expires_in: asCount(Number(body.expires_in ?? USUAL_LIFE_S)) || USUAL_LIFE_S,
    refresh_token: asText(body.refresh_token),
    scope: asText(body.scope),
    error,
  };
}

/** @throws {Error} where the token could not be sent back; it goes through {@link nameFailure} */
export function readGrant(answer: oauth.TokenEndpointResponse): Grant {
  if (!SENDABLE.test(answer.access_token)) throw new Error("No header can hold the access token.");
  return {
    accessToken: new Secret(answer.access_token),
    expiresInMs: Math.min(answer.expires_in ?? USUAL_LIFE_S, LONGEST_LIFE_S) * 1000,
    refreshToken: answer.refresh_token === undefined ? undefined : new Secret(answer.refresh_token),
    scopes: answer.scope?.split(" ").filter((scope) => scope !== ""),
  };
}

/** Only the `error` code decides; `error_description` is free text (RFC 6749, section 5.2). */
export function nameFailure(error: unknown): SpotifyError {
  if (isSpotifyError(error)) return error;
  if (error instanceof oauth.ResponseBodyError) {
    const { status } = error;
    if (error.error === "invalid_grant") {
      const message = say`Spotify answered invalid_grant: the refresh token is expired (six months after sign-in), revoked or mangled. Sign in again at /owner, or run \`npm run connect\`.`;
      return new SpotifyError("invalid_grant", message, { status });
    }
    if (error.error === "invalid_client") {
      const message = say`Spotify answered invalid_client: SPOTIFY_CLIENT_ID or SPOTIFY_CLIENT_SECRET is wrong. Copy both again from Spotify's developer dashboard.`;
      return new SpotifyError("invalid_client", message, { status });
    }
    const message = say`Spotify's token endpoint refused with status ${status}; check the app in Spotify's developer dashboard.`;
    return new SpotifyError(status === 403 ? "forbidden" : "unexpected_status", message, {
      status,
    });
  }
  // The library's own errors hold the answer, tokens included, so they are not passed on as a cause.
  return new SpotifyError(
    "malformed",
    say`Spotify's token endpoint sent a token answer that breaks OAuth; it will be asked again.`,
  );
}
