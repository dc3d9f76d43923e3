import { inspect } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import {
  CREDENTIALS,
  DAY,
  HOUR,
  MINUTE,
  START,
  failureOf,
  limited,
  refusal,
  rehearse,
} from "./testing/rehearsal";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

describe("invalid_grant", () => {
  it("asks for a new sign-in, and says when it is tried again", async () => {
    scene.spotify.revoke();
    const connection = scene.connect();
    expect(await failureOf(connection.withAccessToken(scene.spotify.use))).toMatchObject({
      name: "ConnectionError",
      code: "reauthorize",
      retryAt: START + 15 * MINUTE,
    });
    expect(connection.status().state).toBe("reauthorize");
    expect(scene.said.error).toEqual([expect.stringContaining("Sign in again")]);
  });

  it("costs at most two token calls in fifteen minutes of asking every second", async () => {
    scene.spotify.revoke();
    const connection = scene.connect();
    for (let second = 0; second <= 15 * 60; second++) {
      await failureOf(connection.withAccessToken(scene.spotify.use));
      scene.advance(1_000);
    }
    expect(scene.spotify.asked.length).toBeLessThanOrEqual(2);
  });

  it("is probed after 15 minutes, then at doubling distances up to 6 hours, also over restarts", async () => {
    scene.spotify.revoke();
    const probes: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      const before = scene.spotify.asked.length;
      await failureOf(scene.connect().withAccessToken(scene.spotify.use));
      if (scene.spotify.asked.length > before) probes.push(minute);
      scene.advance(5 * MINUTE);
    }
    expect(probes).toEqual([0, 15, 45, 105, 225, 465, 825, 1185]);
  });

  it("is known to a process that starts, before anybody asks", async () => {
    scene.spotify.revoke();
    await failureOf(scene.connect().withAccessToken(scene.spotify.use));
    scene.advance(3 * DAY);
    const connection = scene.connect();
    await connection.load();
    expect(connection.status().state).toBe("reauthorize");
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("that was false heals at the probe, here and in other instances", async () => {
    scene.spotify.script = [() => refusal("invalid_grant")];
    const [connection, other] = [scene.connect(), scene.connect()];
    await failureOf(connection.withAccessToken(scene.spotify.use));
    await failureOf(other.withAccessToken(scene.spotify.use));
    scene.advance(15 * MINUTE);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(connection.status().state).toBe("connected");
    await other.load();
    expect(other.status().state).toBe("connected");
    expect(await other.withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.spotify.asked).toHaveLength(2);
  });

  it("is not believed while the store has a newer token", async () => {
    scene.spotify.rotation = "strict";
    const first = scene.connect();
    await first.withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    scene.spotify.addRefreshToken("refresh-owner");
    scene.spotify.script = [
      async () => {
        // While Spotify is asked with the old token, the owner signs in.
        await scene.storeGrant({
          refreshToken: new Secret("refresh-owner"),
          authorizedAt: START + DAY,
        });
        return refusal("invalid_grant");
      },
    ];
    expect(await first.withAccessToken(scene.spotify.use)).toBe("access-2");
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1", "refresh-owner"]);
    expect(first.status().state).toBe("connected");
    expect(scene.said.error).toEqual([]);
  });

  it("does not hold against a new sign-in", async () => {
    scene.spotify.revoke();
    const connection = scene.connect();
    await failureOf(connection.withAccessToken(scene.spotify.use));
    await scene.storeGrant({
      refreshToken: new Secret("refresh-owner"),
      authorizedAt: START + DAY,
      accessToken: new Secret("access-owner"),
      grantedAt: START,
      accessExpiresAt: START + HOUR,
    });
    expect(await connection.withAccessToken(async (token) => token.reveal())).toBe("access-owner");
    expect(connection.status().state).toBe("connected");
  });

  it("is remembered where the store cannot be written", async () => {
    scene.spotify.revoke();
    scene.fragile.fails.writing = true;
    const connection = scene.connect();
    for (let second = 0; second < 60; second++) {
      await failureOf(connection.withAccessToken(scene.spotify.use));
      scene.advance(1_000);
    }
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it.each(["garbage", "{}", '{"code":"invalid_grant"}', "null"])(
    "is not read out of a store that holds %s",
    async (value) => {
      await scene.fragile.store.set("connection/verdict", value);
      await scene.fragile.store.set("connection/gate", value);
      expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-1");
    },
  );

  it("does not last for years because a clock went wrong", async () => {
    scene.spotify.script = [() => refusal("invalid_grant")];
    await failureOf(
      scene.connect({ now: () => START + 900 * DAY }).withAccessToken(scene.spotify.use),
    );
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-1");
  });
});

describe("invalid_client", () => {
  it("means that the site is misconfigured", async () => {
    scene.spotify.always = () => refusal("invalid_client");
    const connection = scene.connect();
    for (let second = 0; second < 60; second++) {
      expect(await failureOf(connection.withAccessToken(scene.spotify.use))).toMatchObject({
        code: "misconfigured",
      });
      scene.advance(1_000);
    }
    expect(connection.status().state).toBe("misconfigured");
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is forgotten at once when the secret is another one", async () => {
    scene.spotify.script = [() => refusal("invalid_client")];
    await failureOf(scene.connect().withAccessToken(scene.spotify.use));
    const credentials = { ...CREDENTIALS, clientSecret: new Secret("corrected") };
    const connection = scene.connect({ credentials });
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
  });
});

describe("a 429 of the token endpoint", () => {
  it("closes a gate for as long as it asked, over restarts too", async () => {
    scene.spotify.script = [() => limited("600")];
    expect(await failureOf(scene.connect().withAccessToken(scene.spotify.use))).toMatchObject({
      code: "rate_limited",
      retryAt: START + 10 * MINUTE,
    });
    const connection = scene.connect();
    for (let second = 0; second < 600; second++) {
      expect(await failureOf(connection.withAccessToken(scene.spotify.use))).toMatchObject({
        code: "rate_limited",
        retryAt: START + 10 * MINUTE,
      });
      scene.advance(1_000);
    }
    expect(scene.spotify.asked).toHaveLength(1);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
  });

  it("without a stated wait closes it for 30 s, then for twice as long", async () => {
    scene.spotify.always = () => limited();
    const connection = scene.connect();
    const calls: number[] = [];
    for (let second = 0; second < 100; second++) {
      const before = scene.spotify.asked.length;
      await failureOf(connection.withAccessToken(scene.spotify.use));
      if (scene.spotify.asked.length > before) calls.push(second);
      scene.advance(1_000);
    }
    expect(calls).toEqual([0, 30, 90]);
  });

  it.each(["reading", "writing"] as const)(
    "is heeded while the store fails at %s",
    async (failing) => {
      scene.fragile.fails[failing] = true;
      scene.spotify.script = [() => limited("600")];
      const connection = scene.connect();
      for (let minute = 0; minute < 10; minute++) {
        await failureOf(connection.withAccessToken(scene.spotify.use));
        scene.advance(MINUTE);
      }
      expect(scene.spotify.asked).toHaveLength(1);
    },
  );

  it("is told to the others as soon as the store is back", async () => {
    scene.fragile.fails.writing = true;
    scene.spotify.script = [() => limited("600")];
    const connection = scene.connect();
    await failureOf(connection.withAccessToken(scene.spotify.use));
    scene.fragile.fails.writing = false;
    await failureOf(connection.withAccessToken(scene.spotify.use));
    await failureOf(scene.connect().withAccessToken(scene.spotify.use));
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("does not stop an access token that still lives", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(56 * MINUTE);
    scene.spotify.script = [() => limited("600")];
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.spotify.asked).toHaveLength(2);
  });
});

describe("no failure and no log", () => {
  it("holds a token or the secret", async () => {
    const planted = /refresh-\d|access-\d|client-secret-1/;
    const answers = [
      () => refusal("invalid_grant"),
      () => refusal("invalid_client"),
      () => limited(),
      () => new Response("refresh-0 access-1 client-secret-1", { status: 500 }),
      () => Response.json({ access_token: "access-1", token_type: "mac" }),
      () => Promise.reject(new Error("refresh-0 client-secret-1")),
    ];
    for (const answer of answers) {
      scene = rehearse();
      scene.spotify.script = [answer];
      scene.fragile.fails.writing = true;
      const error = await failureOf(scene.connect().withAccessToken(scene.spotify.use));
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(planted);
      expect(JSON.stringify(scene.said)).not.toMatch(planted);
    }
  });

  it("holds one when a rotated token cannot be stored", async () => {
    scene.spotify.rotation = "strict";
    scene.fragile.fails.writing = true;
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.said.error).toHaveLength(1);
    expect(JSON.stringify(scene.said)).not.toMatch(/refresh-\d|access-\d/);
  });
});
