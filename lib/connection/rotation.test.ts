import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { createFileStore } from "@/lib/store/file-store";
import { createMemoryStore } from "@/lib/store/memory-store";
import { hashToken } from "./grant-record";
import { DAY, HOUR, MINUTE, SECRET, START, rehearse } from "./rehearsal";
import { createSeal } from "./seal";

const KEY = "connection/grant";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

/** Puts an authorization into the store, as the owner's sign-in does. */
async function storeGrant(grant: Record<string, unknown>, secret = SECRET): Promise<void> {
  const whole = { origin: "sign-in", environmentHash: hashToken("refresh-0"), ...grant };
  await scene.fragile.store.set(KEY, createSeal(secret).close(JSON.stringify(whole), KEY));
}

describe("the refresh token", () => {
  it("is kept when the answer has none", async () => {
    const connection = scene.connect();
    for (let hour = 0; hour < 3; hour++) {
      await connection.withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
    }
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-0", "refresh-0"]);
    expect(connection.status().isUnsaved).toBe(false);
  });

  it.each([null, ""])("is kept when the answer has %j", async (refresh_token) => {
    scene.spotify.extra = { refresh_token };
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-0"]);
  });

  it("that is new stands in the store, sealed, before the access token is used", async () => {
    scene.spotify.rotation = "strict";
    await scene.connect().withAccessToken(async () => {
      const { value } = scene.fragile.written.find(({ key }) => key === KEY) ?? { value: "" };
      expect(JSON.parse(createSeal(SECRET).open(value, KEY) ?? "null")).toMatchObject({
        refreshToken: "refresh-1",
        accessToken: "access-1",
      });
    });
    expect.assertions(1);
  });

  it("that is new survives a restart", async () => {
    scene.spotify.rotation = "strict";
    for (let hour = 0; hour < 4; hour++) {
      await scene.connect().withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
    }
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1", "refresh-2", "refresh-3"]);
    expect(scene.said.error).toEqual([]);
  });

  it("is never used twice by two instances that share a store, over twenty renewals", async () => {
    scene.spotify.rotation = "strict";
    const instances = [scene.connect(), scene.connect()];
    for (let turn = 0; turn < 20; turn++) {
      const used = await Promise.all(
        instances.map((instance) => instance.withAccessToken(scene.spotify.use)),
      );
      expect(new Set(used).size).toBe(1);
      scene.advance(HOUR);
    }
    expect(scene.spotify.asked).toHaveLength(20);
    expect(new Set(scene.spotify.asked).size).toBe(20);
  });

  it("is not used by an instance that waited in vain for another's turn", async () => {
    const lock = await scene.fragile.store.lock("connection/refresh", HOUR);
    await expect(scene.connect().withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "timeout",
    });
    expect(scene.spotify.asked).toEqual([]);
    await lock?.release();
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is not used by an instance that was frozen in its turn", async () => {
    const { store } = scene.fragile;
    const frozen = scene.connect({
      store: {
        ...store,
        async get(key) {
          const entry = await store.get(key);
          // Between its turn and its call a minute passes, in which its lock ends.
          if (key === "connection/verdict") scene.advance(MINUTE);
          return entry;
        },
      },
    });
    await expect(frozen.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "timeout",
    });
    expect(scene.spotify.asked).toEqual([]);
  });

  it("survives on a real disk, readable by nobody else and in no clear text", async () => {
    const folder = await mkdtemp(join(tmpdir(), "connection-"));
    try {
      scene.spotify.rotation = "strict";
      const open = () =>
        scene.connect({
          store: createFileStore({ folder, warn: (message) => expect.fail(message) }),
        });
      await open().withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
      await open().withAccessToken(scene.spotify.use);
      expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1"]);
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const texts = await Promise.all(
        files
          .filter((file) => file.isFile())
          .map((file) => readFile(join(file.parentPath, file.name), "latin1")),
      );
      expect(texts.join("\n")).toContain("v1.");
      expect(texts.join("\n")).not.toMatch(/refresh-\d|access-\d|client-secret/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
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
    expect(scene.said.info.at(-1)).toBe("The new refresh token is stored now.");
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
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START + DAY });
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
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START + DAY });
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
    await scene.fragile.store.delete(KEY);
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
    expect(scene.fragile.written.filter(({ key }) => key === KEY)).toEqual([]);
    expect(connection.status().isUnsaved).toBe(true);
    expect(scene.said.error).toEqual([expect.stringContaining("Set SESSION_SECRET")]);
    expect(JSON.stringify(scene.fragile.written)).not.toMatch(/refresh-\d|access-\d/);
  });

  it("says that memory alone does not outlive the process", async () => {
    scene.spotify.rotation = "strict";
    const connection = scene.connect({ store: createMemoryStore({ now: scene.now }) });
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(true);
    expect(scene.said.error).toEqual([expect.stringContaining("Set REDIS_URL or DATA_DIR")]);
  });
});

describe("a stored connection that cannot be opened", () => {
  const OTHER = "another secret of more than thirty-two characters";

  it("is named once, and the environment's token is used", async () => {
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START + DAY }, OTHER);
    const connection = scene.connect();
    for (let hour = 0; hour < 3; hour++) {
      await connection.withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
    }
    expect(new Set(scene.spotify.asked)).toEqual(new Set(["refresh-0"]));
    expect(scene.said.warn).toEqual([expect.stringContaining("SESSION_SECRET")]);
  });

  it("is not lost: it opens again under the old secret", async () => {
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START + DAY }, OTHER);
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
    await storeGrant({ refreshToken: "refresh-owner" }, OTHER);
    await scene.connect().withAccessToken(scene.spotify.use);
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it.each([
    "garbage",
    "",
    "{}",
    "v1.",
    createSeal(SECRET).close("no JSON", KEY),
    createSeal(SECRET).close("null", KEY),
    createSeal(SECRET).close('{"origin":"sign-in","refreshToken":""}', KEY),
    createSeal(SECRET).close('{"origin":"sign-in","refreshToken":"a","authorizedAt":"x"}', KEY),
    createSeal(SECRET).close('{"origin":"sign-in","refreshToken":"a"}', "another/context"),
  ])("is survived when it is damaged (%#)", async (value) => {
    await scene.fragile.store.set(KEY, value);
    expect(await scene.connect().withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.said.warn).toHaveLength(1);
    const aside = await scene.fragile.store.get("connection/grant-set-aside");
    expect(aside?.value).toBe(value);
  });
});

describe("which authorization is used", () => {
  it("is the owner's sign-in, made after the environment's token", async () => {
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START + DAY });
    scene.spotify.addRefreshToken("refresh-owner");
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-owner"]);
    expect(connection.status().authorizedAt).toBe(START + DAY);
  });

  it("is a different token pasted since, also after a restart", async () => {
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START });
    scene.spotify.addRefreshToken("refresh-pasted");
    const environment = { refreshToken: "refresh-pasted", connectedAt: START + 9 * DAY };
    await scene.connect({ environment }).withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    await scene.connect({ environment }).withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-pasted", "refresh-pasted"]);
  });

  it("is a sign-in made elsewhere while this process runs, once the token is renewed or the store is read", async () => {
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    await storeGrant({ refreshToken: "refresh-owner", authorizedAt: START + DAY });
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
    const environment = { refreshToken: "refresh-0", connectedAt: START - 5 * DAY };
    const connection = scene.connect({ environment });
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1"]);
    expect(connection.status().authorizedAt).toBe(START - 5 * DAY);
  });
});
