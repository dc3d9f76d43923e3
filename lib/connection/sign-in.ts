import type { ClientCredentials } from "@/lib/spotify/accounts";
import type { Refusal } from "@/lib/limits/gate";
import type { Secret } from "@/lib/secret";
import { isAuthorizationError } from "@/lib/spotify/authorization-error";
import { redeemAuthorization, requestAuthorization } from "@/lib/spotify/authorize";
import type { AskedConsent, AuthorizationRequest } from "@/lib/spotify/authorize";
import { isSpotifyError } from "@/lib/spotify/errors";
import { fetchProfile } from "@/lib/spotify/profile";
import type { Profile } from "@/lib/spotify/profile";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Grant } from "@/lib/spotify/token-endpoint";
import type { Store } from "@/lib/store/store";
import { say } from "@/lib/telling/say";
import type { NewTokens } from "./new-tokens";
import { refusalOf } from "./refusal-of";
import { NEEDED_SCOPE } from "./scopes";
import { SignInError } from "./sign-in-error";
import { createTokenGate } from "./token-gate";

/** An author who has signed in. */
export interface SignedIn extends NewTokens {
  readonly user: Profile;
}

export interface SignIn {
  /** Where to send the browser, and what to remember until it comes back. */
  begin(
    asked: AskedConsent,
  ): Promise<{ readonly url: URL; readonly request: AuthorizationRequest }>;
  /**
   * Takes the answer with which the browser came back, and learns whose account it is.
   *
   * @throws {SignInError} after which nothing has changed
   */
  finish(answer: URLSearchParams, request: AuthorizationRequest): Promise<SignedIn>;
}

interface SignInOptions {
  readonly hosts: SpotifyHosts;
  readonly credentials: ClientCredentials;
  readonly store: Store;
  /** Epoch ms. */
  readonly now?: () => number;
  /** Awaited before the one call of the Web API; throws where none may be made. */
  readonly permit?: () => Promise<void>;
  /** Told when that call is refused (429), so that others wait too. */
  readonly refuse?: (refusal: Refusal) => Promise<void>;
}

/** Authorization Code with state and PKCE, and the question whose account it is. */
export function createSignIn(options: SignInOptions): SignIn {
  const { hosts, credentials, store, now = Date.now, permit } = options;
  const gate = createTokenGate(store, now);

  async function redeem(answer: URLSearchParams, request: AuthorizationRequest): Promise<Grant> {
    const closedUntil = await gate.closedUntil();
    if (closedUntil !== undefined) throw leftAlone(closedUntil);
    try {
      return await redeemAuthorization(hosts, credentials, answer, request);
    } catch (error) {
      if (isSpotifyError(error) && error.code === "rate_limited") {
        throw leftAlone(await gate.close(error.retryAfterMs));
      }
      throw nameFailure(error);
    }
  }

  async function askWhose(accessToken: Secret): Promise<Profile> {
    try {
      return await fetchProfile(hosts, accessToken);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) await options.refuse?.(refusal);
      throw nameFailure(error);
    }
  }

  return {
    begin: (asked) => requestAuthorization(hosts, credentials.clientId, asked),
    async finish(answer, request) {
      const { accessToken, refreshToken, expiresInMs, scopes } = await redeem(answer, request);
      const authorizedAt = now();
      if (refreshToken === undefined) {
        const message = say`Spotify sent no refresh token; sign in again.`;
        throw new SignInError("unreachable", message);
      }
      // An answer that names no scopes has granted what was asked (RFC 6749, section 5.1).
      if (scopes && !scopes.includes(NEEDED_SCOPE)) {
        const message = say`Spotify did not grant ${NEEDED_SCOPE} (insufficient scope), without which nothing can be shown. Sign in again and agree to it.`;
        throw new SignInError("missing_scope", message);
      }
      await permit?.();
      const user = await askWhose(accessToken);
      const accessExpiresAt = authorizedAt + expiresInMs;
      return {
        user,
        refreshToken,
        accessToken,
        accessExpiresAt,
        authorizedAt,
        scopes: scopes ?? [NEEDED_SCOPE],
      };
    },
  };
}

function leftAlone(until: number): SignInError {
  const message = say`Spotify's token endpoint is rate limited and left alone until it opens again.`;
  return new SignInError("rate_limited", message, until);
}

function nameFailure(error: unknown): unknown {
  if (isAuthorizationError(error)) return new SignInError(error.code, error.message);
  if (!isSpotifyError(error)) return error;
  switch (error.code) {
    case "invalid_client":
      return new SignInError("misconfigured", error.message);
    case "forbidden":
      return new SignInError("forbidden", error.message);
    case "rate_limited":
    case "quota_exceeded":
      return new SignInError("rate_limited", error.message);
    default:
      return new SignInError("unreachable", error.message);
  }
}
