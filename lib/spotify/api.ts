import type { Sentence } from "@/lib/telling/say";
import type { Secret } from "@/lib/secret";
import { say } from "@/lib/telling/say";
import { SpotifyError } from "./errors";
import { asRecord, asText, parseJson } from "./lenient";
import { DEFAULT_TIMEOUT_MS, request } from "./request";
import type { Answer, SpotifyHosts } from "./request";
import { parseRetryAfter } from "./retry-after";

/** A real answer is 3 to 5 kB, an episode with its description somewhat more. */
const MAX_BYTES = 512 * 1024;

/**
 * Asks the Web API once: the JSON of a 200; undefined for a 204 and for the empty 200 that means the same.
 *
 * @param path from `/v1` on
 * @throws {SpotifyError} for every other status, and for a body that is not a JSON object
 */
export async function askApi(
  hosts: SpotifyHosts,
  path: string,
  accessToken: Secret,
): Promise<unknown> {
  const answer = await request(
    hosts.apiUrl + path,
    { headers: { authorization: `Bearer ${accessToken.reveal()}`, accept: "application/json" } },
    {
      timeoutMs: hosts.timeoutMs?.api ?? DEFAULT_TIMEOUT_MS.api,
      maxBytes: MAX_BYTES,
      fetch: hosts.fetch,
    },
  );
  if (answer.status === 204) return undefined;
  if (answer.status !== 200) throw describeFailure(answer, (hosts.now ?? Date.now)());
  if (answer.text.trim() === "") return undefined;
  const body = parseJson(answer.text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    const message = say`Spotify answered 200 with something that is no JSON object; it will be asked again.`;
    throw new SpotifyError("malformed", message, { status: 200 });
  }
  return body;
}

/** Names a failed answer by its status and its text, be that JSON or, as Spotify often sends, plain. */
function describeFailure({ status, headers, text }: Answer, now: number): SpotifyError {
  const error = asRecord(asRecord(parseJson(text)).error);
  const said = asText(error.message) ?? text;
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), now);
  // Player endpoints answer a missing scope with 401, where a refresh would never help.
  if (/permissions? missing|insufficient client scope/i.test(said) && [401, 403].includes(status)) {
    const message = say`The token lacks a scope (insufficient scope). Sign in again and agree to it.`;
    return new SpotifyError("permissions_missing", message, { status });
  }
  if (status === 401) {
    return new SpotifyError("unauthorized", say`Spotify refused the access token.`, { status });
  }
  if (status === 403) return new SpotifyError("forbidden", explainForbidden(said), { status });
  if (status === 429) {
    const isQuota = text.includes("QUOTA_EXCEEDED");
    const message = isQuota
      ? say`The developer account's daily quota is spent; Spotify says when to come back.`
      : say`Spotify's rate limit is reached; it is left alone until it opens again.`;
    const code = isQuota ? "quota_exceeded" : "rate_limited";
    return new SpotifyError(code, message, { status, retryAfterMs });
  }
  if (status >= 500) {
    return new SpotifyError(
      "server_error",
      say`Spotify answered ${status}; it will be asked again.`,
      {
        status,
        retryAfterMs,
      },
    );
  }
  const message = say`Spotify answered ${status}, which it should not; check SPOTIFY_API_URL.`;
  return new SpotifyError("unexpected_status", message, { status });
}

function explainForbidden(said: string): Sentence {
  if (/premium/i.test(said)) {
    return say`The owner of the Spotify app has no active Premium subscription, which apps in Development Mode need. After renewing it can take a few hours.`;
  }
  if (/registered/i.test(said)) {
    return say`This Spotify user is not on the app's list. Add the account under User Management in Spotify's developer dashboard.`;
  }
  return say`Spotify answered 403 (forbidden). Check the app's status and its users in Spotify's developer dashboard.`;
}
