import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { isSpotifyError } from "./errors";
import type { SpotifyError } from "./errors";
import { fetchCurrentlyPlaying, fetchRecentlyPlayed } from "./player";
import type { SpotifyHosts } from "./request";

const NOW = Date.UTC(2026, 10, 20, 12);

function hostsThat(answer: (url: string, init: RequestInit) => Response): SpotifyHosts {
  return {
    accountsUrl: "https://accounts.example",
    apiUrl: "https://api.example",
    now: () => NOW,
    fetch: async (url, init) => answer(String(url), init ?? {}),
  };
}

function ask(status: number, body: string | null, headers: Record<string, string> = {}) {
  return fetchCurrentlyPlaying(
    hostsThat(() => new Response(body, { status, headers })),
    new Secret("token"),
  );
}

async function failureOf(work: Promise<unknown>): Promise<SpotifyError> {
  const error: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isSpotifyError(error)) throw new Error("It did not fail as Spotify's calls do.");
  return error;
}

function apiError(status: number, message: string, more = {}) {
  return JSON.stringify({ error: { status, message, ...more } });
}

describe("currently-playing", () => {
  it("asks for episodes too, with the token in the header and nowhere else", async () => {
    const seen: { url: string; init: RequestInit }[] = [];
    const hosts = hostsThat((url, init) => {
      seen.push({ url, init });
      return new Response(null, { status: 204 });
    });
    await fetchCurrentlyPlaying(hosts, new Secret("token-1"));
    expect(seen).toHaveLength(1);
    const url = new URL(seen[0]?.url ?? "");
    expect(url.pathname).toBe("/v1/me/player/currently-playing");
    expect([...url.searchParams]).toEqual([["additional_types", "track,episode"]]);
    expect(new Headers(seen[0]?.init.headers).get("authorization")).toBe("Bearer token-1");
    expect(seen[0]?.init.redirect).toBe("manual");
  });

  it.each([
    ["204", 204, null],
    ["an empty 200", 200, ""],
    ["a 200 of blanks", 200, " \r\n"],
  ])("takes %s for nothing playing", async (_, status, body) => {
    expect(await ask(status, body)).toEqual({ type: "nothing" });
  });

  it("reads JSON behind a byte order mark and any content type", async () => {
    const body = '\uFEFF{"is_playing":true,"item":{"name":"Clair de lune"}}';
    expect(await ask(200, body, { "content-type": "text/html" })).toMatchObject({
      item: { title: "Clair de lune" },
    });
  });

  it.each(["<!doctype html>", '{"item":', "[]", "null", "5", '"text"'])(
    "calls a 200 of %j malformed",
    async (body) => {
      expect(await failureOf(ask(200, body))).toMatchObject({ code: "malformed", status: 200 });
    },
  );

  const premium =
    "Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.";
  const unregistered =
    "Check settings on developer.spotify.com/dashboard, the user may not be registered.";

  it.each([
    [401, apiError(401, "The access token expired"), "unauthorized"],
    [401, apiError(401, "Invalid access token"), "unauthorized"],
    [401, apiError(401, "No token provided"), "unauthorized"],
    [401, apiError(401, "Access token missing"), "unauthorized"],
    [401, "", "unauthorized"],
    [401, apiError(401, "Permissions missing"), "permissions_missing"],
    [401, "Permissions missing", "permissions_missing"],
    [403, apiError(403, "Insufficient client scope"), "permissions_missing"],
    [403, unregistered, "forbidden"],
    [403, "The user is not registered for this application.", "forbidden"],
    [403, apiError(403, unregistered), "forbidden"],
    [403, premium, "forbidden"],
    [403, apiError(403, premium), "forbidden"],
    [403, "<html>Forbidden</html>", "forbidden"],
    [429, "Too many requests", "rate_limited"],
    [429, apiError(429, "API rate limit exceeded"), "rate_limited"],
    [429, apiError(429, "Too many requests", { reason: "QUOTA_EXCEEDED" }), "quota_exceeded"],
    [500, apiError(502, "Backend respond with 500"), "server_error"],
    [502, apiError(502, "Bad gateway."), "server_error"],
    [502, "<html>Bad gateway</html>", "server_error"],
    [503, "", "server_error"],
    [504, apiError(504, "Service didn't reply before timeout"), "server_error"],
    [599, "?", "server_error"],
    [302, "", "unexpected_status"],
    [400, apiError(400, "Bad request"), "unexpected_status"],
    [404, '{"error":null}', "unexpected_status"],
    [418, '{"error":{"message":{}}}', "unexpected_status"],
  ])("calls %i %j %s", async (status, body, code) => {
    expect(await failureOf(ask(status, body))).toMatchObject({ code, status });
  });

  it("says what mends a 403", async () => {
    expect((await failureOf(ask(403, premium))).message).toContain("Premium");
    expect((await failureOf(ask(403, unregistered))).message).toContain("User Management");
  });

  it.each([
    ["7", 7_000],
    ["Fri, 20 Nov 2026 12:00:09 GMT", 9_000],
    ["soon", undefined],
    [undefined, undefined],
  ])("passes on a Retry-After of %j", async (header, retryAfterMs) => {
    const headers = header === undefined ? {} : { "retry-after": header };
    expect((await failureOf(ask(429, "Too many requests", headers))).retryAfterMs).toBe(
      retryAfterMs,
    );
    expect((await failureOf(ask(503, "", headers))).retryAfterMs).toBe(retryAfterMs);
  });
});

describe("recently-played", () => {
  it("asks for as many entries as are wanted", async () => {
    const hosts = hostsThat((url) => {
      expect(url).toBe("https://api.example/v1/me/player/recently-played?limit=3");
      const played_at = "2026-11-20T10:00:00Z";
      return Response.json({ items: [{ track: { name: "Clair de lune" }, played_at }] });
    });
    expect(await fetchRecentlyPlayed(hosts, new Secret("token"), 3)).toMatchObject([
      { item: { title: "Clair de lune" } },
    ]);
  });

  it("is empty when the answer is", async () => {
    const hosts = hostsThat(() => new Response(null, { status: 204 }));
    expect(await fetchRecentlyPlayed(hosts, new Secret("token"), 3)).toEqual([]);
  });
});
