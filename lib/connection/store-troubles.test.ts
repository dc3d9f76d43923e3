import { beforeEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { createMemoryStore } from "@/lib/store/memory-store";
import { DAY, GRANT_KEY, HOUR, MINUTE, START, rehearse } from "./testing/rehearsal";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

describe("a store that cannot be written", () => {
  it("leaves the new token in memory, says so once, and gets it later", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    scene.fragile.fails.writing = true;
    for (let hour = 0; hour < 3; hour++) {
      await connection.withAccessToken(scene.spotify.use);
      expect(connection.status().isUnsaved).toBe(true);
      scene.advance(HOUR);
    }
    expect(scene.said.error).toHaveLength(1);
    expect(scene.said.error[0]).toMatch(/could not be stored.*The disk is full/);

    scene.fragile.fails.writing = false;
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(false);
    scene.advance(HOUR);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual([0, 1, 2, 3, 4].map((n) => `refresh-${n}`));
  });

  it("is tried again with the next requests, not only with the next token", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    scene.fragile.fails.writing = true;
    await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.writing = false;
    scene.advance(MINUTE);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toHaveLength(1);
    expect(connection.status().isUnsaved).toBe(false);
    expect(scene.said.info.at(-1)).toBe("What could not be stored is stored now.");
  });

  it("is tried again by a look alone, for instance while nothing may be read, also after the clock was set back", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    scene.fragile.fails.writing = true;
    await connection.withAccessToken(scene.spotify.use);
    await connection.load();
    scene.fragile.fails.writing = false;
    scene.advance(-DAY);
    await connection.load();
    expect(connection.status().isUnsaved).toBe(false);
  });

  it("keeps its new token over an older one that somebody else writes meanwhile", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    scene.fragile.fails.writing = true;
    await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.writing = false;
    await scene.storeGrant({ refreshToken: new Secret("refresh-old"), authorizedAt: START - DAY });
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1"]);
    expect(connection.status().isUnsaved).toBe(false);
  });

  it("gives its new token up for a sign-in made meanwhile", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    scene.fragile.fails.writing = true;
    await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.writing = false;
    await scene.storeGrant({
      refreshToken: new Secret("refresh-owner"),
      authorizedAt: START + DAY,
    });
    scene.spotify.addRefreshToken("refresh-owner");
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-owner"]);
    expect(connection.status()).toMatchObject({ isUnsaved: false, authorizedAt: START + DAY });
  });

  it("is no trouble while there is no new token", async () => {
    scene.fragile.fails.writing = true;
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(false);
    expect(scene.said.error).toEqual([]);
  });
});

describe("a store that cannot be read", () => {
  it("is done without, on the last connection that was read, and mourned once", async () => {
    await scene.storeGrant({
      refreshToken: new Secret("refresh-owner"),
      authorizedAt: START + DAY,
    });
    scene.spotify.addRefreshToken("refresh-owner");
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.reading = true;
    for (let hour = 0; hour < 3; hour++) {
      scene.advance(HOUR);
      await connection.withAccessToken(scene.spotify.use);
    }
    expect(new Set(scene.spotify.asked)).toEqual(new Set(["refresh-owner"]));
    expect(scene.said.warn).toHaveLength(1);
  });

  it("does not make older what it holds when it comes back", async () => {
    await scene.storeGrant({
      refreshToken: new Secret("refresh-owner"),
      authorizedAt: START + DAY,
    });
    scene.spotify.addRefreshToken("refresh-owner");
    scene.fragile.fails.reading = true;
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.fragile.fails.reading = false;
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-owner"]);
  });

  it("that has lost everything does not make the process forget", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    await scene.fragile.store.delete(GRANT_KEY);
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1"]);
    scene.advance(HOUR);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked.at(-1)).toBe("refresh-2");
  });
});

describe("where nothing can be kept", () => {
  it("stores nothing without a SESSION_SECRET, and says what is lost", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect({ seal: undefined });
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.fragile.written.filter(({ key }) => key === GRANT_KEY)).toEqual([]);
    expect(connection.status().isUnsaved).toBe(true);
    expect(scene.said.error).toEqual([expect.stringContaining("Set SESSION_SECRET")]);
    expect(JSON.stringify(scene.fragile.written)).not.toMatch(/refresh-\d|access-\d/);
  });

  it("says that memory alone does not outlive the process", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect({ store: createMemoryStore({ now: scene.now }) });
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(true);
    expect(scene.said.error).toEqual([expect.stringContaining("Set DATA_DIR")]);
  });
});
