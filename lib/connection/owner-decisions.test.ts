import { beforeEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { SignedIn } from "./sign-in";
import { DAY, GRANT_KEY, HOUR, START, rehearse } from "./testing/rehearsal";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

/** A sign-in that has just been made. */
async function signIn(name = "owner"): Promise<SignedIn> {
  scene.spotify.addRefreshToken(`refresh-${name}`);
  return {
    user: { id: "owner", name: "Ada" },
    refreshToken: new Secret(`refresh-${name}`),
    accessToken: scene.spotify.issueAccessToken(),
    accessExpiresAt: scene.now() + HOUR,
    authorizedAt: scene.now(),
    scopes: ["user-read-currently-playing"],
  };
}

describe("a sign-in", () => {
  it("is used with the next call, and after a restart", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(9 * DAY);
    const signedIn = await signIn();
    expect(await connection.connect(signedIn)).toBeUndefined();
    expect(await connection.withAccessToken(scene.spotify.use)).toBe(signedIn.accessToken.reveal());
    expect(connection.status()).toMatchObject({
      state: "connected",
      origin: "sign-in",
      authorizedAt: START + 9 * DAY,
      scopes: ["user-read-currently-playing"],
    });
    scene.advance(HOUR);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-owner"]);
  });

  it("ends a refusal in place, without waiting for its probe", async () => {
    const connection = scene.connect();
    scene.spotify.refuse("refresh-0");
    await expect(connection.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "reauthorize",
    });
    await connection.connect(await signIn());
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().state).toBe("connected");
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked.at(-1)).toBe("refresh-owner");
  });

  it("is noticed by another instance within 2 s, though its own token is still good", async () => {
    const [here, there] = [scene.connect(), scene.connect()];
    await there.withAccessToken(scene.spotify.use);
    const signedIn = await signIn();
    await here.connect(signedIn);
    scene.advance(2_000);
    expect(await there.withAccessToken(scene.spotify.use)).toBe(signedIn.accessToken.reveal());
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is stored sealed, over whatever is there, and is what counts even if that has a later date", async () => {
    await scene.storeGrant({
      refreshToken: new Secret("refresh-future"),
      authorizedAt: START + 99 * DAY,
    });
    const connection = scene.connect();
    await connection.load();
    await connection.connect(await signIn());
    const stored = await scene.fragile.store.get(GRANT_KEY);
    expect(stored?.value).toMatch(/^v1\./);
    expect(JSON.stringify(scene.fragile.written)).not.toContain("refresh-owner");
    const restarted = scene.connect();
    scene.advance(HOUR);
    await restarted.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-owner"]);
  });

  it("works from memory where it cannot be stored, and says so", async () => {
    scene.fragile.fails.writing = true;
    const connection = scene.connect();
    expect(await connection.connect(await signIn())).toContain("disk is full");
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(true);
    scene.fragile.fails.writing = false;
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(false);
    scene.advance(HOUR);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-owner", "refresh-owner"]);
  });

  it("says that memory alone does not outlive the process", async () => {
    const connection = scene.connect({ store: createMemoryStore({ now: scene.now }) });
    expect(await connection.connect(await signIn())).toMatch(/memory/);
  });

  it("is not undone by a refresh of the former token that was under way", async () => {
    const connection = scene.connect();
    const signedIn = await signIn();
    const refreshing = connection.withAccessToken(scene.spotify.use).catch((error: Error) => error);
    while (scene.spotify.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await connection.connect(signedIn);
    await refreshing;
    expect(await connection.withAccessToken(scene.spotify.use)).toBe(signedIn.accessToken.reveal());
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe(
      signedIn.accessToken.reveal(),
    );
  });
});

describe("a disconnection", () => {
  it("stops all asking, also with the environment's token, also after a restart", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    expect(await connection.disconnect()).toBeUndefined();
    for (const instance of [connection, scene.connect()]) {
      await expect(instance.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
        code: "not_connected",
      });
      expect(instance.status()).toMatchObject({
        state: "not_connected",
        disconnectedAt: scene.now(),
        authorizedAt: undefined,
      });
    }
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("erases every token that is stored, the one set aside too", async () => {
    await scene.storeGrant(
      { refreshToken: new Secret("refresh-old") },
      new Secret("another secret, of thirty-two characters"),
    );
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    expect(await scene.fragile.store.get("connection/grant-set-aside")).toBeDefined();
    await connection.disconnect();
    expect(await scene.fragile.store.get("connection/grant-set-aside")).toBeUndefined();
    const stored = await scene.fragile.store.get(GRANT_KEY);
    expect(JSON.parse(stored?.value ?? "")).toEqual({
      disconnectedAt: scene.now(),
      ended: [expect.any(String)],
      turn: expect.any(Number),
    });
  });

  it("is noticed by another instance within 2 s, and not undone by it", async () => {
    const [here, there] = [scene.connect(), scene.connect()];
    await there.withAccessToken(scene.spotify.use);
    await here.disconnect();
    scene.advance(2_000);
    await expect(there.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
    scene.advance(HOUR);
    await expect(there.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("ends what another machine does, though another token or none stands in its environment", async () => {
    const there = scene.connect();
    await there.withAccessToken(scene.spotify.use);
    await scene.connect({ environment: undefined }).disconnect();
    scene.advance(2_000);
    await expect(there.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
    await expect(scene.connect().withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
  });

  it("says that it does not outlive the process, where there is memory only", async () => {
    const connection = scene.connect({ store: createMemoryStore({ now: scene.now }) });
    expect(await connection.disconnect()).toMatch(/memory/);
    expect(connection.status()).toMatchObject({ state: "not_connected", isUnsaved: true });
  });

  it("is not undone by a refresh that was under way", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    const refreshing = connection.withAccessToken(scene.spotify.use);
    while (scene.spotify.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await connection.disconnect();
    await expect(refreshing).rejects.toThrow();
    expect(connection.status().state).toBe("not_connected");
    await expect(scene.connect().withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
  });

  it("holds whatever SESSION_SECRET is, or without one", async () => {
    await scene.connect().disconnect();
    const bare = scene.connect({ seal: undefined });
    await expect(bare.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
  });

  it("ends with a new sign-in, and with another token in the environment", async () => {
    const connection = scene.connect();
    await connection.disconnect();
    scene.spotify.addRefreshToken("refresh-pasted");
    const environment = { refreshToken: new Secret("refresh-pasted"), connectedAt: START };
    await scene.connect({ environment }).withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-pasted"]);

    await connection.disconnect();
    await connection.connect(await signIn());
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status()).toMatchObject({ state: "connected", disconnectedAt: undefined });
  });

  it("holds in memory while it cannot be stored, and is stored later", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.writing = true;
    expect(await connection.disconnect()).toContain("disk is full");
    await expect(connection.withAccessToken(scene.spotify.use)).rejects.toThrow();
    scene.fragile.fails.writing = false;
    scene.advance(HOUR);
    await expect(connection.withAccessToken(scene.spotify.use)).rejects.toThrow();
    await expect(scene.connect().withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
  });
});

describe("a store that is away", () => {
  it("at the first start does not pass for nobody having signed in", async () => {
    await scene.connect({ environment: undefined }).connect(await signIn());
    scene.fragile.fails.reading = true;
    const connection = scene.connect({ environment: undefined });
    await expect(connection.withAccessToken(scene.spotify.use)).rejects.not.toMatchObject({
      code: "not_connected",
    });
    scene.fragile.fails.reading = false;
    scene.advance(2_000);
    await connection.withAccessToken(scene.spotify.use);
  });

  it("keeps a token that lives on from being renewed early by several instances at once", async () => {
    const connection = scene.connect();
    const token = await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.reading = scene.fragile.fails.writing = true;
    scene.advance(HOUR - 60_000);
    expect(await connection.withAccessToken(scene.spotify.use)).toBe(token);
    expect(scene.spotify.asked).toHaveLength(1);
    scene.advance(60_000);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toHaveLength(2);
  });
});

describe("a count of decisions that somebody has driven to its end", () => {
  it("keeps no later sign-in from being stored", async () => {
    const ended = { turn: 1e9, disconnectedAt: START, ended: [] };
    await scene.fragile.store.set(GRANT_KEY, JSON.stringify(ended));
    scene.advance(DAY);
    const connection = scene.connect();
    expect(await connection.connect(await signIn())).toBeUndefined();
    expect(await connection.connect(await signIn("later"))).toBeUndefined();
    const restarted = scene.connect();
    scene.advance(HOUR);
    await restarted.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked.at(-1)).toBe("refresh-later");
  });

  it("keeps no token from being stored that was pasted later and is rotated", async () => {
    const ended = { turn: 1e9, disconnectedAt: START - 9 * DAY, ended: [] };
    await scene.fragile.store.set(GRANT_KEY, JSON.stringify(ended));
    scene.spotify.rotation = "on";
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(false);
  });
});
