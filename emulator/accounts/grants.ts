import { makeToken } from "@/emulator/ids";
import type { Options } from "@/emulator/options";

/** One consent of one user. Its refresh tokens live and die together. */
export interface Grant {
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly authorizedAt: number;
  /** True when it was made without the client secret, by PKCE alone. */
  readonly publicClient: boolean;
  revoked: boolean;
}

export interface AccessToken {
  readonly grant: Grant;
  readonly expiresAt: number;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly expiresIn: number;
  readonly scopes: readonly string[];
}

export type RefreshResult =
  { readonly tokens: IssuedTokens } | { readonly refused: "expired" | "revoked" | "invalid" };

/** The same in every run, as the client's credentials are. */
export const demoRefreshToken =
  "AQDemoRefreshTokenOfTheEmulator-NoSecret_0123456789-abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789";

const dayMs = 86_400_000;

export function createGrants(now: () => number, options: () => Options) {
  const refreshTokens = new Map<string, { grant: Grant; superseded: boolean }>();
  const accessTokens = new Map<string, AccessToken>();
  const grants: Grant[] = [];

  function issueAccessToken(grant: Grant, refreshToken: string | undefined): IssuedTokens {
    const expiresIn = options().accessTokenSeconds;
    const accessToken = makeToken("BQ", 150);
    accessTokens.set(accessToken, { grant, expiresAt: now() + expiresIn * 1000 });
    return { accessToken, refreshToken, expiresIn, scopes: effectiveScopes(grant) };
  }

  function effectiveScopes(grant: Grant): string[] {
    const allowed = options().grantedScopes;
    return grant.scopes.filter((scope) => allowed === null || allowed.includes(scope));
  }

  return {
    effectiveScopes,

    authorize(
      userId: string,
      scopes: readonly string[],
      publicClient: boolean,
      refreshToken = makeToken("AQ"),
    ): IssuedTokens {
      const grant = { userId, scopes, authorizedAt: now(), publicClient, revoked: false };
      grants.push(grant);
      refreshTokens.set(refreshToken, { grant, superseded: false });
      return issueAccessToken(grant, refreshToken);
    },

    refresh(refreshToken: string, publicClient: boolean): RefreshResult {
      const found = refreshTokens.get(refreshToken);
      if (found === undefined) return { refused: "invalid" };
      const { grant } = found;
      if (publicClient && !grant.publicClient) return { refused: "invalid" };
      const { rotation, refreshTokenDays } = options();
      // A one-time token that turns up again may be stolen, so nobody keeps the grant.
      if (found.superseded && rotation === "strict") grant.revoked = true;
      if (grant.revoked) return { refused: "revoked" };
      if (now() >= grant.authorizedAt + refreshTokenDays * dayMs) return { refused: "expired" };
      if (rotation === "off") return { tokens: issueAccessToken(grant, undefined) };
      found.superseded = rotation === "strict";
      const successor = makeToken("AQ");
      refreshTokens.set(successor, { grant, superseded: false });
      return { tokens: issueAccessToken(grant, successor) };
    },

    findAccessToken(token: string): AccessToken | undefined {
      return accessTokens.get(token);
    },

    /** Whether the user has said yes to all of these before, so that Spotify does not ask again. */
    hasConsent(userId: string, scopes: readonly string[]): boolean {
      return grants.some(
        (grant) =>
          grant.userId === userId &&
          !grant.revoked &&
          scopes.every((scope) => grant.scopes.includes(scope)),
      );
    },

    /** Every token that was ever handed out. */
    issued: (): string[] => [...refreshTokens.keys(), ...accessTokens.keys()],

    /** What removing the app on the account page does: access tokens in use live on to their end. */
    revokeAll(): void {
      for (const grant of grants) grant.revoked = true;
    },

    expireAccessTokens(): void {
      for (const [token, { grant }] of accessTokens)
        accessTokens.set(token, { grant, expiresAt: now() });
    },
  };
}

export type Grants = ReturnType<typeof createGrants>;
