import { beforeEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { DAY, GRANT_KEY, HOUR, SECRET, START, rehearse } from "./testing/rehearsal";
import { createSeal } from "./seal";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

describe("a stored connection that cannot be opened", () => {
  const OTHER = new Secret("another secret of more than thirty-two characters");

  it("is named once, and the environment's token is used", async () => {
    await scene.storeGrant(
      { refreshToken: new Secret("refresh-owner"), authorizedAt: START + DAY },
      OTHER,
    );
    const connection = scene.connect();
    for (let hour = 0; hour < 3; hour++) {
      await connection.withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
    }
    expect(new Set(scene.spotify.asked)).toEqual(new Set(["refresh-0"]));
    expect(scene.said.warn).toEqual([expect.stringContaining("SESSION_SECRET")]);
  });

  it("is not lost: it opens again under the old secret", async () => {
    await scene.storeGrant(
      { refreshToken: new Secret("refresh-owner"), authorizedAt: START + DAY },
      OTHER,
    );
    scene.spotify.addRefreshToken("refresh-owner");
    await scene.connect().withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    const restored = scene.connect({ seal: createSeal(OTHER) });
    await restored.withAccessToken(scene.spotify.use);
    expect(restored.status().authorizedAt).toBe(START + DAY);
    scene.advance(HOUR);
    await scene.connect({ seal: createSeal(OTHER) }).withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-owner", "refresh-owner"]);
  });

  it("costs a new process no call once there is a connection under the new secret", async () => {
    await scene.storeGrant({ refreshToken: new Secret("refresh-owner") }, OTHER);
    await scene.connect().withAccessToken(scene.spotify.use);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it.each([
    "garbage",
    "",
    "{}",
    "v1.",
    createSeal(SECRET).close("no JSON", GRANT_KEY),
    createSeal(SECRET).close("null", GRANT_KEY),
    createSeal(SECRET).close('{"origin":"sign-in","refreshToken":""}', GRANT_KEY),
    createSeal(SECRET).close(
      '{"origin":"sign-in","refreshToken":"a","authorizedAt":"x"}',
      GRANT_KEY,
    ),
    createSeal(SECRET).close('{"origin":"sign-in","refreshToken":"a"}', "another/context"),
  ])("is survived when it is damaged (%#)", async (value) => {
    await scene.fragile.store.set(GRANT_KEY, value);
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.said.warn).toHaveLength(1);
    const aside = await scene.fragile.store.get("connection/grant-set-aside");
    expect(aside?.value).toBe(value);
  });
});

describe("which authorization is used", () => {
  it("is the owner's sign-in, made after the environment's token", async () => {
    await scene.storeGrant({
      refreshToken: new Secret("refresh-owner"),
      authorizedAt: START + DAY,
    });
    scene.spotify.addRefreshToken("refresh-owner");
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-owner"]);
    expect(connection.status().authorizedAt).toBe(START + DAY);
  });

  it("is a different token pasted since, also after a restart", async () => {
    await scene.storeGrant({ refreshToken: new Secret("refresh-owner"), authorizedAt: START });
    scene.spotify.addRefreshToken("refresh-pasted");
    const environment = {
      refreshToken: new Secret("refresh-pasted"),
      connectedAt: START + 9 * DAY,
    };
    await scene.connect({ environment }).withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    await scene.connect({ environment }).withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-pasted", "refresh-pasted"]);
  });

  it("is a sign-in made elsewhere while this process runs, once the token is renewed or the store is read", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    await scene.storeGrant({
      refreshToken: new Secret("refresh-owner"),
      authorizedAt: START + DAY,
    });
    scene.spotify.addRefreshToken("refresh-owner");
    await connection.load();
    expect(connection.status().authorizedAt).toBe(START + DAY);
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-owner"]);
  });

  it("keeps its token when SPOTIFY_CONNECTED_AT is corrected", async () => {
    scene.spotify.rotation = "strict";
    await scene.connect().withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    const environment = { refreshToken: new Secret("refresh-0"), connectedAt: START - 5 * DAY };
    const connection = scene.connect({ environment });
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1"]);
    expect(connection.status().authorizedAt).toBe(START - 5 * DAY);
  });
});
