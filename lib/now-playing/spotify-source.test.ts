import { describe, expect, it, vi } from "vitest";
import type { Connection } from "@/lib/connection/connection";
import { ConnectionError } from "@/lib/connection/connection-error";
import type { ConnectionErrorCode } from "@/lib/connection/connection-error";
import { Secret } from "@/lib/secret";
import { SpotifyError } from "@/lib/spotify/errors";
import type { SpotifyErrorCode } from "@/lib/spotify/errors";
import { say } from "@/lib/telling/say";
import { HeldBack, SourceFailure } from "./source";
import type { ReadingRequest } from "./source";
import { createSpotifySource } from "./spotify-source";
import { HOUR, MINUTE, NOW } from "./testing/made";
import type { UnavailableReason } from "./wire";

const image = (width: number): object => ({ url: `https://i.scdn.co/image/${width}`, width });
const track = {
  type: "track",
  uri: "spotify:track:1",
  name: "Second Song",
  duration_ms: 255_000,
  artists: [{ name: "The Paper Sleeves" }],
  album: { name: "First Pressing", images: [image(640), image(300), image(64)] },
  external_urls: { spotify: "https://open.spotify.com/track/1" },
};
const playing = {
  is_playing: true,
  progress_ms: 1_000,
  currently_playing_type: "track",
  item: track,
};
const history = (playedAt: number): object => ({
  items: [{ track, played_at: new Date(playedAt).toISOString() }],
});

type Answers = Record<"currently-playing" | "recently-played", () => Response>;

const nothing = (): Response => new Response(null, { status: 204 });
const json =
  (body: object): (() => Response) =>
  () =>
    Response.json(body);
const tooMany = (reason?: string): Response =>
  Response.json(
    { error: { status: 429, message: "API rate limit exceeded", reason } },
    { status: 429, headers: { "retry-after": "7" } },
  );

/** A source over made answers; `asked` are the endpoints it asked, `permits` the calls it had counted. */
function makeSource(answers: Partial<Answers> = {}, scopes = ["user-read-recently-played"]) {
  let time = NOW;
  const asked: string[] = [];
  const permit = vi.fn(async () => undefined);
  const refuse = vi.fn(async () => undefined);
  const all = { "currently-playing": nothing, "recently-played": nothing, ...answers };
  const fetch = async (url: string | URL | Request): Promise<Response> => {
    const endpoint = /me\/player\/([\w-]+)/.exec(String(url))?.[1];
    if (endpoint !== "currently-playing" && endpoint !== "recently-played")
      throw new Error("Where?");
    expect(permit).toHaveBeenCalledTimes(asked.push(endpoint));
    return all[endpoint]();
  };
  const connection: Pick<Connection, "withAccessToken" | "scopes"> = {
    withAccessToken: (use) => use(new Secret("token")),
    scopes: () => scopes,
  };
  const hosts = { accountsUrl: "https://accounts.example", apiUrl: "https://api.example", fetch };
  const source = createSpotifySource({
    connection,
    hosts,
    dailyBudget: 700,
    chooseArt: ([first]) => first && { art: first.url, artSmall: first.url },
    now: () => time,
  });
  const read = (changes: Partial<ReadingRequest> = {}) =>
    source.read({ permit, refuse, needsLastHeard: true, ...changes });
  const pass = (ms: number): void => void (time += ms);
  return { read, pass, asked, permit, refuse, connection, all };
}

async function failureOf(reading: Promise<unknown>): Promise<SourceFailure> {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  if (!(error instanceof SourceFailure)) throw new Error("The reading did not fail.");
  return error;
}

describe("a reading of Spotify", () => {
  it("is the item in our own terms, with the cover chosen, received now", async () => {
    const { read, asked } = makeSource({ "currently-playing": json(playing) });
    expect(await read()).toEqual({
      receivedAt: NOW,
      playback: {
        type: "item",
        isPlaying: true,
        progressMs: 1_000,
        item: {
          key: "spotify:track:1",
          kind: "track",
          title: "Second Song",
          artists: ["The Paper Sleeves"],
          album: "First Pressing",
          url: "https://open.spotify.com/track/1",
          art: "https://i.scdn.co/image/640",
          artSmall: "https://i.scdn.co/image/640",
          explicit: false,
          durationMs: 255_000,
        },
      },
    });
    expect(asked).toEqual(["currently-playing"]);
  });

  it.each<[string, () => Response, string]>([
    ["204", nothing, "nothing"],
    ["an empty 200", () => new Response(""), "nothing"],
    ["playing without an item", json({ ...playing, item: null }), "nothing"],
    ["an ad", json({ ...playing, item: null, currently_playing_type: "ad" }), "ad"],
  ])("of %s is no music", async (_, answer, type) => {
    const { read } = makeSource({ "currently-playing": answer });
    expect((await read({ needsLastHeard: false })).playback).toEqual({ type });
  });

  it("asks nothing when the call may not be made", async () => {
    const { read, asked } = makeSource();
    const held = new HeldBack("gate", NOW + HOUR);
    await expect(read({ permit: () => Promise.reject(held) })).rejects.toBe(held);
    expect(asked).toEqual([]);
  });
});

describe("the history", () => {
  it("is asked when nothing plays and nothing is known, and its calls are counted", async () => {
    const { read, asked, permit } = makeSource({ "recently-played": json(history(NOW - HOUR)) });
    expect((await read()).heard).toMatchObject([
      { item: { title: "Second Song" }, playedAt: NOW - HOUR },
    ]);
    expect(asked).toEqual(["currently-playing", "recently-played"]);
    expect(permit).toHaveBeenCalledTimes(2);
  });

  it("is not asked when something is known, when something plays, or without the scope", async () => {
    const known = makeSource();
    await known.read({ needsLastHeard: false });
    const busy = makeSource({ "currently-playing": json(playing) });
    await busy.read();
    const unscoped = makeSource({}, ["user-read-currently-playing"]);
    await unscoped.read();
    for (const { asked } of [known, busy, unscoped]) expect(asked).toEqual(["currently-playing"]);
  });

  it("is asked at most once in five minutes", async () => {
    const { read, pass, asked } = makeSource({ "recently-played": json(history(NOW - HOUR)) });
    for (let minute = 0; minute <= 10; minute++) {
      await read();
      pass(MINUTE);
    }
    expect(asked.filter((endpoint) => endpoint === "recently-played")).toHaveLength(3);
  });

  it.each([
    ["is empty", { items: [] }],
    ["is older than a day", history(NOW - 30 * HOUR)],
  ])("is asked ever less often, down to every two hours, while it %s", async (_, old) => {
    const { read, pass, asked } = makeSource({ "recently-played": json(old) });
    for (let minute = 0; minute < 24 * 60; minute++) {
      await read();
      pass(MINUTE);
    }
    const calls = asked.filter((endpoint) => endpoint === "recently-played").length;
    expect(calls).toBeGreaterThanOrEqual(12);
    expect(calls).toBeLessThanOrEqual(18);
  });

  it("is asked again when the clock was set back", async () => {
    const { read, pass, asked } = makeSource();
    await read();
    pass(-HOUR);
    await read();
    expect(asked.filter((endpoint) => endpoint === "recently-played")).toHaveLength(2);
  });

  it("puts nothing into the future", async () => {
    const { read } = makeSource({ "recently-played": json(history(NOW + HOUR)) });
    expect((await read()).heard?.[0]?.playedAt).toBe(NOW);
  });

  it.each<[string, () => Response]>([
    ["breaks", () => new Response("Bad gateway", { status: 502 })],
    [
      "lacks the scope after all",
      () => Response.json({ error: { message: "Insufficient client scope" } }, { status: 403 }),
    ],
    ["is no JSON", () => new Response("<html>")],
    [
      "cannot be reached",
      () => {
        throw new TypeError("fetch failed");
      },
    ],
    ["refuses", () => tooMany()],
  ])("spoils no reading when it %s", async (_, answer) => {
    const { read } = makeSource({ "recently-played": answer });
    expect(await read()).toEqual({
      receivedAt: NOW,
      playback: { type: "nothing" },
      heard: [],
    });
  });

  it("closes the gate for everybody when it refuses", async () => {
    const rate = makeSource({ "recently-played": () => tooMany() });
    await rate.read();
    expect(rate.refuse.mock.calls).toEqual([[{ kind: "rate", retryAfterMs: 7_000 }]]);
    const quota = makeSource({ "recently-played": () => tooMany("QUOTA_EXCEEDED") });
    await quota.read();
    expect(quota.refuse.mock.calls).toEqual([[{ kind: "quota", retryAfterMs: 7_000 }]]);
  });

  it("tells what was heard newest first, from one call", async () => {
    const entries = [3, 1, 2].map((hours) => history(NOW - hours * HOUR));
    const items = entries.flatMap((entry) => Object.values(entry).flat());
    const { read, asked } = makeSource({ "recently-played": json({ items }) });
    const { heard } = await read();
    expect(heard?.map(({ playedAt }) => (NOW - playedAt) / HOUR)).toEqual([1, 2, 3]);
    expect(asked.filter((endpoint) => endpoint === "recently-played")).toHaveLength(1);
  });

  it("is asked as in silence while something plays that may not be told of", async () => {
    const answers = {
      "currently-playing": json(playing),
      "recently-played": json(history(NOW - HOUR)),
    };
    const hidden = makeSource(answers);
    const reading = await hidden.read({ mayTell: (_, heardAt) => heardAt !== undefined });
    expect(hidden.asked).toEqual(["currently-playing", "recently-played"]);
    expect(reading.heard).toHaveLength(1);
  });

  it("that holds nothing to tell of is asked as seldom as an empty one", async () => {
    const calls = [json({ items: [] }), json(history(NOW - HOUR))].map(async (answer) => {
      const { read, pass, asked } = makeSource({ "recently-played": answer });
      for (let minute = 0; minute < 12 * 60; minute++) {
        expect((await read({ mayTell: () => false })).heard ?? []).toEqual([]);
        pass(MINUTE);
      }
      return asked;
    });
    const [empty, hidden] = await Promise.all(calls);
    expect(hidden).toEqual(empty);
  });

  it("is left out when the budget has no call for it", async () => {
    const { read, asked, permit } = makeSource();
    permit
      .mockResolvedValueOnce(undefined)
      .mockRejectedValueOnce(new HeldBack("budget", NOW + HOUR));
    expect(await read()).toMatchObject({ playback: { type: "nothing" }, heard: [] });
    expect(asked).toEqual(["currently-playing"]);
  });
});

describe("a failure of Spotify's", () => {
  const reasons: Record<SpotifyErrorCode, UnavailableReason> = {
    unauthorized: "reauthorize",
    permissions_missing: "reauthorize",
    invalid_grant: "reauthorize",
    forbidden: "misconfigured",
    invalid_client: "misconfigured",
    rate_limited: "rate_limited",
    quota_exceeded: "rate_limited",
    server_error: "unreachable",
    timeout: "unreachable",
    network: "unreachable",
    too_large: "unreachable",
    malformed: "unreachable",
    unexpected_status: "unreachable",
  };
  const cases = Object.entries(reasons) as [SpotifyErrorCode, UnavailableReason][];

  it.each(cases)("named %s is %s to visitors", async (code, reason) => {
    const { read, connection } = makeSource();
    const cause = new SpotifyError(code, say`What to do.`, { retryAfterMs: 9_000 });
    connection.withAccessToken = () => Promise.reject(cause);
    const failure = await failureOf(read());
    expect(failure).toMatchObject({ reason, message: "What to do.", cause });
    const kinds: Record<string, string> = { rate_limited: "rate", quota_exceeded: "quota" };
    const kind = kinds[code];
    expect(failure.details.refusal).toEqual(kind && { kind, retryAfterMs: 9_000 });
  });

  const codes: Record<ConnectionErrorCode, true> = {
    not_connected: true,
    reauthorize: true,
    misconfigured: true,
    rate_limited: true,
  };

  it.each(Object.keys(codes) as ConnectionErrorCode[])(
    "to give a token, %s, keeps its name and its moment",
    async (code) => {
      const { read, connection } = makeSource();
      const cause = new ConnectionError(code, say`What to do.`, NOW + HOUR);
      connection.withAccessToken = () => Promise.reject(cause);
      const failure = await failureOf(read());
      expect(failure).toMatchObject({ reason: code, message: "What to do.", cause });
      // The token endpoint has a gate of its own: it closes none of ours.
      expect(failure.details).toMatchObject({ retryAt: NOW + HOUR });
      expect(failure.details.refusal).toBeUndefined();
    },
  );

  it.each<[string, () => Response, UnavailableReason]>([
    ["429", () => tooMany(), "rate_limited"],
    ["502", () => new Response("Bad gateway", { status: 502 }), "unreachable"],
    [
      "403 as plain text",
      () => new Response("Active premium subscription required", { status: 403 }),
      "misconfigured",
    ],
    [
      "401 for a missing scope",
      () => Response.json({ error: { message: "Permissions missing" } }, { status: 401 }),
      "reauthorize",
    ],
    ["HTML", () => new Response("<!doctype html>"), "unreachable"],
  ])("that comes as %s is named by what it says", async (_, answer, reason) => {
    const { read } = makeSource({ "currently-playing": answer });
    expect((await failureOf(read())).reason).toBe(reason);
  });

  it("that is none of Spotify's passes as it is", async () => {
    const { read, connection } = makeSource();
    const bug = new TypeError("A bug.");
    connection.withAccessToken = () => Promise.reject(bug);
    await expect(read()).rejects.toBe(bug);
  });
});
