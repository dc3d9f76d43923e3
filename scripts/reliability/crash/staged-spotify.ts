import type { NewTokens } from "@/lib/connection/new-tokens";
import { Secret } from "@/lib/secret";
import { SpotifyError } from "@/lib/spotify/errors";
import { say } from "@/lib/telling/say";
import type { StagedProcess } from "./stage";

/**
 * When a refresh token that was replaced dies.
 *
 * - `lenient`: once the new one, or an access token that came with it, has been used
 * - `strict`: the moment the new one is sent; whoever then shows the old one ends the authorization
 */
export type Rotation = "lenient" | "strict";

const LIFE_S = 3600;

/** Spotify, so far as tokens go, for staged processes. */
export interface StagedSpotify {
  readonly firstToken: string;
  /** The token endpoint. */
  fetchFor(process: StagedProcess): typeof fetch;
  /** A call of the Web API. @throws {SpotifyError} `unauthorized` */
  use(process: StagedProcess, accessToken: string): Promise<string>;
  /** The owner signs in: a new authorization begins, earlier ones are not ended by it. */
  signIn(): NewTokens;
  /** The process that was sent the newest refresh token; 0 before any was. */
  lastAnswered(): number;
  /** Whether a refresh with this token would be granted. */
  isGood(refreshToken: string): boolean;
  /** Calls of the Web API, as epoch ms. */
  calls(): readonly number[];
}

interface Token {
  readonly authorization: { isOver: boolean; newest: string };
  readonly parent: string | undefined;
}

/** @param now epoch ms */
export function createStagedSpotify(rotation: Rotation, now: () => number): StagedSpotify {
  const tokens = new Map<string, Token>();
  const access = new Map<string, { readonly refreshToken: string; readonly until: number }>();
  const calls: number[] = [];
  let count = 0;
  let lastAnswered = 0;

  function issue(authorization: Token["authorization"], parent?: string) {
    count += 1;
    const refreshToken = `refresh-${count}`;
    authorization.newest = refreshToken;
    tokens.set(refreshToken, { authorization, parent });
    const accessToken = `access-${count}`;
    access.set(accessToken, { refreshToken, until: now() + LIFE_S * 1000 });
    return { refreshToken, accessToken };
  }

  /** What is used is the newest, so that which it replaced is forgotten. */
  function noteUse(refreshToken: string): void {
    const token = tokens.get(refreshToken);
    if (token?.parent !== undefined) tokens.delete(token.parent);
  }

  function isGood(refreshToken: string): boolean {
    const token = tokens.get(refreshToken);
    if (token === undefined || token.authorization.isOver) return false;
    const { newest } = token.authorization;
    if (refreshToken === newest) return true;
    return rotation === "lenient" && tokens.get(newest)?.parent === refreshToken;
  }

  function refresh(refreshToken: string, pid: number): Response {
    const token = tokens.get(refreshToken);
    if (token === undefined || !isGood(refreshToken)) {
      if (token) token.authorization.isOver = true;
      return Response.json({ error: "invalid_grant" }, { status: 400 });
    }
    noteUse(refreshToken);
    lastAnswered = pid;
    const next = issue(token.authorization, refreshToken);
    return Response.json({
      access_token: next.accessToken,
      refresh_token: next.refreshToken,
      token_type: "Bearer",
      expires_in: LIFE_S,
    });
  }

  function call(accessToken: string): string {
    calls.push(now());
    const found = access.get(accessToken);
    if (found === undefined || now() >= found.until) {
      throw new SpotifyError("unauthorized", say`Spotify refused the access token.`, {
        status: 401,
      });
    }
    noteUse(found.refreshToken);
    return accessToken;
  }

  const begin = () => issue({ isOver: false, newest: "" });

  return {
    firstToken: begin().refreshToken,
    fetchFor: (process) => (_, init) =>
      process.step({
        kind: "token request",
        perform: () =>
          refresh(new URLSearchParams(String(init?.body)).get("refresh_token") ?? "", process.pid),
      }),
    use: (process, accessToken) =>
      process.step({ kind: "call of the Web API", perform: () => call(accessToken) }),
    signIn() {
      const { refreshToken, accessToken } = begin();
      return {
        refreshToken: new Secret(refreshToken),
        accessToken: new Secret(accessToken),
        accessExpiresAt: now() + LIFE_S * 1000,
        authorizedAt: now(),
        scopes: [],
      };
    },
    lastAnswered: () => lastAnswered,
    isGood,
    calls: () => calls,
  };
}
