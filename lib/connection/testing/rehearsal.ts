import { SpotifyError } from "@/lib/spotify/errors";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";
import { StoreError } from "@/lib/store/store-error";
import { createConnection } from "@/lib/connection/connection";
import type { Connection, ConnectionOptions } from "@/lib/connection/connection";
import { hashToken } from "@/lib/connection/grant-record";
import type { GrantRecord } from "@/lib/connection/grant-record";
import { createSeal } from "@/lib/connection/seal";
import { Secret } from "@/lib/secret";
import { say } from "@/lib/telling/say";

/** What the tests of a connection need: a clock, a token endpoint, a store that can fail, and a log. */

export const START = Date.UTC(2026, 10, 20);
export const SECRET = new Secret("a secret of more than thirty-two characters");
export const CREDENTIALS = { clientId: "client-1", clientSecret: new Secret("client-secret-1") };

/** Where the authorization is stored, and the context it is sealed under. */
export const GRANT_KEY = "connection/grant";

export type Rotation = "off" | "on" | "strict";

/** A token endpoint, and the Web API so far as it refuses access tokens. */
export function createSpotify(now: () => number) {
  const alive = new Map<string, number>();
  const refreshTokens = new Map([["refresh-0", { superseded: false }]]);
  let count = 0;
  let isRevoked = false;
  const spotify = {
    rotation: "off" as Rotation,
    lifeS: 3600,
    /** Refresh tokens in the order in which they came. */
    asked: [] as string[],
    /** Answers that come before the honest ones. */
    script: [] as (() => Response | Promise<Response>)[],
    /** Every answer, while it is set. */
    always: undefined as (() => Response) | undefined,
    /** More fields of each answer. */
    extra: {} as Record<string, unknown>,

    async fetch(_: unknown, init?: RequestInit): Promise<Response> {
      const token = new URLSearchParams(String(init?.body)).get("refresh_token") ?? "";
      spotify.asked.push(token);
      const scripted = spotify.script.shift() ?? spotify.always;
      // A call that takes no time at all would hide what happens meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
      return scripted ? scripted() : answer(token);
    },
    addRefreshToken(token: string): void {
      refreshTokens.set(token, { superseded: false });
    },
    /** An access token that came with a sign-in. */
    issueAccessToken(): Secret {
      count += 1;
      alive.set(`access-${count}`, now() + spotify.lifeS * 1000);
      return new Secret(`access-${count}`);
    },
    /** Ends one refresh token; others live on. */
    refuse(token: string): void {
      refreshTokens.delete(token);
    },
    revoke(): void {
      isRevoked = true;
    },
    expireAccessTokens(): void {
      alive.clear();
    },
    /** A call of the Web API. */
    async use(accessToken: Secret): Promise<string> {
      const token = accessToken.reveal();
      if (now() < (alive.get(token) ?? 0)) return token;
      throw new SpotifyError("unauthorized", say`Spotify refused the access token.`, {
        status: 401,
      });
    },
  };

  function answer(token: string): Response {
    const found = refreshTokens.get(token);
    if (found?.superseded && spotify.rotation === "strict") isRevoked = true;
    if (!found || isRevoked) return refusal("invalid_grant");
    count += 1;
    const access_token = `access-${count}`;
    alive.set(access_token, now() + spotify.lifeS * 1000);
    const body = {
      access_token,
      token_type: "Bearer",
      expires_in: spotify.lifeS,
      ...spotify.extra,
    };
    if (spotify.rotation === "off") return Response.json(body);
    found.superseded = true;
    const refresh_token = `refresh-${count}`;
    spotify.addRefreshToken(refresh_token);
    return Response.json({ ...body, refresh_token });
  }

  return spotify;
}

export function refusal(error: string): Response {
  return Response.json({ error, error_description: "no" }, { status: 400 });
}

export function limited(retryAfter?: string): Response {
  const headers: HeadersInit = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  return new Response("Too many requests", { status: 429, headers });
}

/** A durable store in memory, whose reading and writing can be made to fail. */
export function createFragileStore(now: () => number) {
  const inner = createMemoryStore({ now });
  const fragile = {
    fails: { reading: false, writing: false },
    /** What was written, in order. */
    written: [] as { key: string; value: string }[],
    store: {
      kind: "redis",
      durable: true,
      shared: true,
      async get(key) {
        if (fragile.fails.reading) throw new StoreError("unreadable", say`The store is away.`);
        return inner.get(key);
      },
      async set(key, value, options) {
        if (fragile.fails.writing) throw new StoreError("unwritable", say`The disk is full.`);
        const version = await inner.set(key, value, options);
        if (version !== undefined) fragile.written.push({ key, value });
        return version;
      },
      async delete(key) {
        if (fragile.fails.writing) throw new StoreError("unwritable", say`The disk is full.`);
        return inner.delete(key);
      },
      async lock(key, ttlMs) {
        if (fragile.fails.writing) throw new StoreError("unwritable", say`The disk is full.`);
        return inner.lock(key, ttlMs);
      },
    } satisfies Store as Store,
  };
  return fragile;
}

export function createLog() {
  const said = { info: [] as string[], warn: [] as string[], error: [] as string[] };
  return {
    ...said,
    log: {
      info: (message: string) => void said.info.push(message),
      warn: (message: string) => void said.warn.push(message),
      error: (message: string) => void said.error.push(message),
    },
  };
}

/** One author, one Spotify, one store, and as many instances of the site as `connect` is called. */
export function rehearse() {
  let time = START;
  const now = (): number => time;
  const spotify = createSpotify(now);
  const fragile = createFragileStore(now);
  const said = createLog();
  return {
    now,
    spotify,
    fragile,
    said,
    advance(ms: number): void {
      time += ms;
    },
    /** Puts an authorization into the store, as the owner's sign-in in another process does. */
    async storeGrant(grant: Partial<GrantRecord>, secret = SECRET): Promise<void> {
      const whole = {
        origin: "sign-in",
        environmentHash: hashToken(new Secret("refresh-0")),
        ...grant,
        refreshToken: grant.refreshToken?.reveal(),
        accessToken: grant.accessToken?.reveal(),
      };
      const sealed = createSeal(secret).close(JSON.stringify(whole), GRANT_KEY);
      await fragile.store.set(GRANT_KEY, sealed);
    },
    connect(more: Partial<ConnectionOptions> = {}): Connection {
      return createConnection({
        hosts: {
          accountsUrl: "https://accounts.example",
          apiUrl: "https://api.example",
          fetch: spotify.fetch,
          now,
        },
        credentials: CREDENTIALS,
        environment: { refreshToken: new Secret("refresh-0"), connectedAt: START },
        store: fragile.store,
        seal: createSeal(SECRET),
        now,
        sleep: () => new Promise((resolve) => setImmediate(resolve)),
        log: said.log,
        ...more,
      });
    },
  };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How a call fails. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "no failure",
    (error: unknown) => error,
  );
}
