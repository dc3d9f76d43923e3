import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFlaws } from "./test-schemas";
import { demoPlaylist } from "@/emulator/playlist/demo-playlist";
import { startForTest } from "@/emulator/test-client";
import type { TestClient } from "@/emulator/test-client";

const path = "/v1/me/player/currently-playing";
const both = `${path}?additional_types=track,episode`;

let client: TestClient;
let token: string;

beforeAll(async () => {
  client = await startForTest();
});

afterAll(() => client.emulator.close());

beforeEach(async () => {
  const { control } = client.emulator;
  control.quirk({ quirk: null });
  control.options({ grantedScopes: null, user: "owner" });
  control.jump({ index: 0 });
  token = await client.accessToken();
});

async function read(from: string) {
  return (await client.get(from, token)).json();
}

describe("currently-playing", () => {
  it.each(demoPlaylist.map((entry, index) => [index, entry.type] as const))(
    "answers entry %i (%s) as the API describes it",
    async (index, type) => {
      client.emulator.control.jump({ index, positionMs: 1_000 });
      const answer = await client.get(both, token);
      const body = await answer.text();
      if (type === "silence") {
        expect([answer.status, body]).toEqual([204, ""]);
        return;
      }
      expect(answer.status).toBe(200);
      expect(findFlaws("currentlyPlaying", JSON.parse(body))).toEqual([]);
    },
  );

  it("tells the live position and the time of the last change, which is not now", async () => {
    client.emulator.control.seek({ positionMs: 10_000 });
    const changedAt = client.now();
    client.advance(4_321);
    expect(await read(both)).toMatchObject({
      timestamp: changedAt,
      progress_ms: 14_321,
      is_playing: true,
      item: { name: "Gymnopédie No. 1", type: "track" },
      actions: { disallows: { resuming: true } },
    });
  });

  it("plays the next song by itself", async () => {
    client.emulator.control.seek({ positionMs: 175_000 });
    client.advance(2_000);
    expect(await read(both)).toMatchObject({
      progress_ms: 1_000,
      item: { name: "Maple Leaf Rag" },
    });
  });

  it("keeps a paused song, with its position", async () => {
    client.emulator.control.seek({ positionMs: 30_000 });
    client.emulator.control.pause();
    client.advance(60_000);
    const body = await read(both);
    expect(findFlaws("currentlyPlaying", body)).toEqual([]);
    expect(body).toMatchObject({
      is_playing: false,
      progress_ms: 30_000,
      actions: { disallows: { pausing: true } },
    });
  });

  it("forgets a paused song after a while, when told to", async () => {
    client.emulator.control.options({ pausedSeconds: 120 });
    client.emulator.control.pause();
    client.advance(119_999);
    expect((await client.get(both, token)).status).toBe(200);
    client.advance(1);
    expect((await client.get(both, token)).status).toBe(204);
    client.emulator.control.options({ pausedSeconds: null });
  });

  it("leaves a chapter of an audiobook without a date, and a picture without its size", async () => {
    const { emulator, get, accessToken } = await startForTest({
      playlist: [
        {
          type: "episode",
          title: "Track 1",
          show: "A Book",
          durationMs: 9_000,
          audiobook: true,
          images: "unsized",
        },
      ],
    });
    const body = await (await get(both, await accessToken())).json();
    expect(findFlaws("currentlyPlaying", body)).toEqual([]);
    expect(body.item).toMatchObject({ release_date: "0000", images: [{ width: null }, {}, {}] });
    expect(body.item).not.toHaveProperty("is_playable");
    await emulator.close();
  });

  it("hides an episode from those who did not ask for episodes", async () => {
    client.emulator.control.jump({
      index: demoPlaylist.findIndex(({ type }) => type === "episode"),
    });
    expect(await read(path)).toMatchObject({ item: null, currently_playing_type: "episode" });
    expect(await read(both)).toMatchObject({ item: { show: { name: "The Run-Out Groove" } } });
  });

  it("answers an ad without an item, though it plays", async () => {
    client.emulator.control.jump({ index: demoPlaylist.findIndex(({ type }) => type === "ad") });
    expect(await read(both)).toMatchObject({
      item: null,
      currently_playing_type: "ad",
      is_playing: true,
    });
  });

  it("names the user in the context of Liked Songs, as Spotify does", async () => {
    client.emulator.control.jump({ index: 2 });
    const { userId } = client.emulator.credentials;
    expect(await read(both)).toMatchObject({
      context: { type: "collection", uri: `spotify:user:${userId}:collection` },
    });
  });

  it("falls silent with an empty 204", async () => {
    client.emulator.control.silence();
    const answer = await client.get(both, token);
    expect(answer.status).toBe(204);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
    client.emulator.control.play();
    expect((await client.get(both, token)).status).toBe(200);
  });
});

describe("the quirks", () => {
  it("ghost: plays on past the end for hours", async () => {
    client.emulator.control.quirk({ quirk: "ghost" });
    client.advance(7_200_000);
    token = await client.accessToken();
    expect(await read(both)).toMatchObject({
      is_playing: true,
      progress_ms: 7_200_000,
      item: { duration_ms: 176_000 },
    });
  });

  it.each([
    ["null-progress", { progress_ms: null, is_playing: true }],
    ["zero-progress", { progress_ms: 0, is_playing: true }],
    ["no-item", { item: null, is_playing: true, currently_playing_type: "unknown" }],
  ] as const)("%s", async (quirk, expected) => {
    client.emulator.control.quirk({ quirk });
    client.advance(5_000);
    const body = await read(both);
    expect(findFlaws("currentlyPlaying", body)).toEqual([]);
    expect(body).toMatchObject(expected);
  });

  it.each([
    ["empty-200", 200],
    ["private", 204],
  ] as const)("%s: no body", async (quirk, status) => {
    client.emulator.control.quirk({ quirk });
    const answer = await client.get(both, token);
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
  });
});

describe("recently-played", () => {
  const recent = "/v1/me/player/recently-played";

  it("lists tracks only, newest first, as the API describes it", async () => {
    const body = await read(`${recent}?limit=50`);
    expect(findFlaws("recentlyPlayed", body)).toEqual([]);
    const times = body.items.map((item: { played_at: string }) => Date.parse(item.played_at));
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
  });

  it("has what was really played, with the moment it ended", async () => {
    client.emulator.control.seek({ positionMs: 170_000 });
    client.advance(10_000);
    const body = await read(`${recent}?limit=1`);
    expect(body.items[0]).toMatchObject({
      track: { name: "Gymnopédie No. 1" },
      played_at: new Date(client.now() - 4_000).toISOString(),
    });
  });

  it("leaves out what was skipped early or heard in private", async () => {
    const before = await read(`${recent}?limit=1`);
    client.advance(5_000);
    client.emulator.control.next();
    client.emulator.control.quirk({ quirk: "private" });
    client.advance(400_000);
    expect(await read(`${recent}?limit=1`)).toEqual(before);
  });

  it("pages by its cursors", async () => {
    const first = await read(`${recent}?limit=3`);
    const rest = await read(`${recent}?limit=3&before=${first.cursors.before}`);
    expect(Date.parse(rest.items[0].played_at)).toBeLessThan(Number(first.cursors.before));
    const newer = await read(`${recent}?after=${first.cursors.before}`);
    expect(newer.items).toHaveLength(2);
    const none = await read(`${recent}?after=${first.cursors.after}`);
    expect(none).toMatchObject({ items: [], cursors: null, next: null });
  });

  it.each(["limit=0", "limit=51", "limit=x", "before=1&after=2"])("refuses %s", async (query) => {
    const answer = await client.get(`${recent}?${query}`, token);
    expect(answer.status).toBe(400);
    expect(findFlaws("apiError", await answer.json())).toEqual([]);
  });

  it("answers 403 without its scope", async () => {
    client.emulator.control.options({ grantedScopes: ["user-read-currently-playing"] });
    const answer = await client.get(recent, token);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: { status: 403, message: "Insufficient client scope" } },
    ]);
  });
});

async function refusal(given?: string) {
  const answer = await client.get(both, given);
  const body = await answer.json();
  expect(findFlaws("apiError", body)).toEqual([]);
  return [answer.status, body.error.message];
}

describe("the bearer check", () => {
  it("wants a token", async () => {
    expect(await refusal()).toEqual([401, "No token provided"]);
  });

  it("knows its own tokens", async () => {
    expect(await refusal("BQnonsense")).toEqual([401, "Invalid access token"]);
  });

  it("lets tokens expire on time", async () => {
    client.advance(3_599_000);
    expect((await client.get(both, token)).status).toBeLessThan(300);
    client.advance(1_000);
    expect(await refusal(token)).toEqual([401, "The access token expired"]);
  });

  it("calls a missing scope of the player a 401", async () => {
    client.emulator.control.options({ grantedScopes: ["user-read-recently-played"] });
    expect(await refusal(token)).toEqual([401, "Permissions missing"]);
  });
});

describe("the rest", () => {
  it("tells who signed in", async () => {
    const body = await read("/v1/me");
    expect(findFlaws("me", body)).toEqual([]);
    expect(body.id).toBe(client.emulator.credentials.userId);
  });

  it("answers 404 in Spotify's shape for what it does not have", async () => {
    const answer = await client.get("/v1/audio-features/1", token);
    expect(answer.status).toBe(404);
    expect(findFlaws("apiError", await answer.json())).toEqual([]);
  });
});
