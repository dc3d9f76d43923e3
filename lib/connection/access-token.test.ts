import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Secret } from "@/lib/secret";
import { SpotifyError } from "@/lib/spotify/errors";
import { say } from "@/lib/telling/say";
import { HOUR, MINUTE, failureOf, limited, rehearse } from "./testing/rehearsal";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

function failing(failure: Error): () => Promise<never> {
  return async () => {
    throw failure;
  };
}

describe("the access token", () => {
  it("is asked for when it is first needed", async () => {
    const connection = scene.connect();
    expect(scene.spotify.asked).toEqual([]);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.spotify.asked).toEqual(["refresh-0"]);
  });

  it("serves until five minutes before its end, and is then renewed", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(55 * MINUTE - 1);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
    scene.advance(1);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-2");
    expect(scene.spotify.asked).toHaveLength(2);
  });

  it("serves for half its life when that is short", async () => {
    scene.spotify.lifeS = 60;
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(30_000 - 1);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
    scene.advance(1);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-2");
  });

  it("is asked for once by three hundred who need it at once", async () => {
    const connection = scene.connect();
    const used = await Promise.all(
      Array.from({ length: 300 }, () => connection.withAccessToken(scene.spotify.use)),
    );
    expect(new Set(used)).toEqual(new Set(["access-1"]));
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is renewed once by three hundred whom it fails at once", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.spotify.expireAccessTokens();
    const used = await Promise.all(
      Array.from({ length: 300 }, () => connection.withAccessToken(scene.spotify.use)),
    );
    expect(new Set(used)).toEqual(new Set(["access-2"]));
    expect(scene.spotify.asked).toHaveLength(2);
  });

  it("is taken from the store by a process that starts, without a call", async () => {
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is not handed out by a store that holds one near its end", async () => {
    await scene.connect().withAccessToken(scene.spotify.use);
    scene.advance(56 * MINUTE);
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-2");
  });

  it("brings its scopes, and keeps them where an answer names none", async () => {
    const connection = scene.connect();
    expect(connection.scopes()).toBeUndefined();
    scene.spotify.extra = { scope: "user-read-currently-playing" };
    await connection.withAccessToken(scene.spotify.use);
    scene.spotify.extra = {};
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.scopes()).toEqual(["user-read-currently-playing"]);
  });
});

describe("a 401", () => {
  it("leads to one refresh and one more try", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.spotify.expireAccessTokens();
    const tries: string[] = [];
    await connection.withAccessToken(async (token) => {
      tries.push(token.reveal());
      return scene.spotify.use(token);
    });
    expect(tries).toEqual(["access-1", "access-2"]);
    expect(scene.spotify.asked).toHaveLength(2);
  });

  it("that comes again asks for a new sign-in, and the status says so until it works again", async () => {
    const connection = scene.connect();
    const refuse = failing(new SpotifyError("unauthorized", say`no`, { status: 401 }));
    expect(await failureOf(connection.withAccessToken(refuse))).toMatchObject({
      name: "ConnectionError",
      code: "reauthorize",
    });
    expect(scene.spotify.asked).toHaveLength(2);
    expect(connection.status().state).toBe("reauthorize");
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().state).toBe("connected");
  });

  it("of a token that another instance has renewed already costs no call", async () => {
    const [one, two] = [scene.connect(), scene.connect()];
    await one.withAccessToken(scene.spotify.use);
    await two.withAccessToken(scene.spotify.use);
    scene.spotify.expireAccessTokens();
    await one.withAccessToken(scene.spotify.use);
    expect(await two.withAccessToken(scene.spotify.use)).toBe("access-2");
    expect(scene.spotify.asked).toHaveLength(2);
  });

  it("is not answered with the very token that was refused", async () => {
    const connection = scene.connect();
    const refusals: (() => void)[] = [];
    // Two readings that are refused at the same moment, one of them with a token of yesterday.
    const useSlowly = async (token: Secret): Promise<string> => {
      if (refusals.length < 2) await new Promise<void>((resolve) => refusals.push(resolve));
      return scene.spotify.use(token);
    };
    const late = failureOf(connection.withAccessToken(useSlowly));
    await vi.waitFor(() => expect(refusals).toHaveLength(1));
    scene.spotify.expireAccessTokens();
    await connection.withAccessToken(scene.spotify.use);
    const recent = connection.withAccessToken(useSlowly);
    await vi.waitFor(() => expect(refusals).toHaveLength(2));
    scene.spotify.expireAccessTokens();
    for (const refuse of refusals) refuse();
    expect(await recent).toBe("access-3");
    await late;
  });

  it("is mended by the newer token even when the clocks of the instances disagree", async () => {
    const ahead = scene.connect({ now: () => scene.now() + 10 * MINUTE });
    await ahead.withAccessToken(scene.spotify.use);
    scene.spotify.rotation = "strict";
    scene.spotify.expireAccessTokens();
    const behind = scene.connect();
    expect(await behind.withAccessToken(scene.spotify.use)).toBe("access-2");
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-2");
    scene.spotify.expireAccessTokens();
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-0", "refresh-2"]);
  });

  it("for want of a scope is not answered with a refresh", async () => {
    const connection = scene.connect();
    const lack = failing(new SpotifyError("permissions_missing", say`no`, { status: 401 }));
    expect(await failureOf(connection.withAccessToken(lack))).toMatchObject({
      code: "permissions_missing",
    });
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is not mistaken for the failures that a refresh cannot mend", async () => {
    const connection = scene.connect();
    const failure = new SpotifyError("server_error", say`no`, { status: 502 });
    expect(await failureOf(connection.withAccessToken(failing(failure)))).toBe(failure);
    expect(scene.spotify.asked).toHaveLength(1);
  });
});

describe("a renewal that fails for now", () => {
  const outages = {
    "a 503": () => new Response("", { status: 503 }),
    "a web page": () => new Response("<html>"),
    "no network": () => Promise.reject(new TypeError("fetch failed")),
    "a 429": () => limited("20"),
  };

  it.each(Object.entries(outages))(
    "is no matter while the old token lives: %s",
    async (_, outage) => {
      const connection = scene.connect();
      await connection.withAccessToken(scene.spotify.use);
      scene.advance(56 * MINUTE);
      scene.spotify.script = [outage];
      expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-1");
      expect(connection.status().state).toBe("connected");
      scene.advance(MINUTE);
      expect(await connection.withAccessToken(scene.spotify.use)).toBe("access-2");
    },
  );

  it("is not tried with every request", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(55 * MINUTE);
    scene.spotify.always = () => new Response("", { status: 503 });
    for (let second = 0; second < 60; second++) {
      await connection.withAccessToken(scene.spotify.use);
      scene.advance(1_000);
    }
    expect(scene.spotify.asked.length - 1).toBeLessThanOrEqual(2);
  });

  it("is told once the old token has ended", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    scene.spotify.script = [() => new Response("", { status: 503 })];
    expect(await failureOf(connection.withAccessToken(scene.spotify.use))).toMatchObject({
      code: "server_error",
    });
    expect(connection.status().state).toBe("connected");
  });
});

describe("without a sign-in", () => {
  it("there is no token, no call, and a status that says so", async () => {
    const connection = scene.connect({ environment: undefined });
    expect(await failureOf(connection.withAccessToken(scene.spotify.use))).toMatchObject({
      code: "not_connected",
    });
    expect(scene.spotify.asked).toEqual([]);
    expect(connection.status()).toEqual({
      state: "not_connected",
      authorizedAt: undefined,
      scopes: undefined,
      isUnsaved: false,
    });
  });
});
