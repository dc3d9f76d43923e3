import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { refreshAccessToken } from "./accounts";
import type { SpotifyHosts } from "./request";

const NOW = Date.UTC(2026, 10, 20, 12);
const CREDENTIALS = { clientId: "client-1", clientSecret: new Secret("secret-1") };
const GRANTED = { access_token: "access-1", token_type: "Bearer", expires_in: 3600 };

interface Seen {
  url: string;
  method: string | undefined;
  headers: Headers;
  body: URLSearchParams;
}

function refresh(answer: () => Response, credentials = CREDENTIALS, seen: Seen[] = []) {
  const hosts: SpotifyHosts = {
    accountsUrl: "https://accounts.example",
    apiUrl: "https://api.example",
    now: () => NOW,
    fetch: async (url, init) => {
      const { method, headers, body } = init ?? {};
      seen.push({
        url: String(url),
        method,
        headers: new Headers(headers),
        body: new URLSearchParams(String(body)),
      });
      return answer();
    },
  };
  return refreshAccessToken(hosts, credentials, new Secret("refresh-1"));
}

describe("refreshing the access token", () => {
  it("posts a form with HTTP Basic and nothing of the client in the body", async () => {
    const seen: Seen[] = [];
    await refresh(() => Response.json(GRANTED), CREDENTIALS, seen);
    expect(seen).toHaveLength(1);
    const [{ url, method, headers, body } = { headers: new Headers() }] = seen;
    expect([method, url]).toEqual(["POST", "https://accounts.example/api/token"]);
    expect(headers.get("content-type")).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...(body ?? [])]).toEqual([
      ["refresh_token", "refresh-1"],
      ["grant_type", "refresh_token"],
    ]);
  });

  it("form-encodes both halves of the Basic header", async () => {
    const seen: Seen[] = [];
    const credentials = { clientId: "a:b", clientSecret: new Secret("p+q é%/") };
    await refresh(() => Response.json(GRANTED), credentials, seen);
    const [scheme, encoded = ""] = seen[0]?.headers.get("authorization")?.split(" ") ?? [];
    expect(scheme).toBe("Basic");
    expect(atob(encoded)).toBe("a%3Ab:p%2Bq+%C3%A9%25%2F");
  });

  it.each([
    ["a new one", { refresh_token: "refresh-2" }, "refresh-2"],
    ["none", {}, undefined],
    ["null", { refresh_token: null }, undefined],
    ["an empty one", { refresh_token: "" }, undefined],
    ["a number", { refresh_token: 5 }, undefined],
  ])("reads an answer whose refresh token is %s", async (_, more, refreshToken) => {
    const grant = await refresh(() => Response.json({ ...GRANTED, ...more }));
    expect(grant).toMatchObject({ expiresInMs: 3_600_000 });
    expect(grant.accessToken.reveal()).toBe("access-1");
    expect(grant.refreshToken?.reveal()).toBe(refreshToken);
  });

  it("names the scopes that were granted, if the answer does", async () => {
    const scope = "user-read-currently-playing  user-read-recently-played";
    expect((await refresh(() => Response.json({ ...GRANTED, scope }))).scopes).toEqual([
      "user-read-currently-playing",
      "user-read-recently-played",
    ]);
    expect((await refresh(() => Response.json(GRANTED))).scopes).toBeUndefined();
  });

  it.each([
    { expires_in: undefined },
    { expires_in: null },
    { expires_in: "an hour" },
    { expires_in: -1 },
    { expires_in: 0 },
    { expires_in: {} },
    { scope: null },
    { scope: 7 },
    { token_type: "bearer" },
    { token_type: undefined },
    { id_token: "no.jwt.at-all" },
  ])("loses no rotated token over an answer with %j", async (odd) => {
    const answer = { ...GRANTED, refresh_token: "refresh-2", ...odd };
    expect(await refresh(() => Response.json(answer))).toMatchObject({
      refreshToken: new Secret("refresh-2"),
      expiresInMs: 3_600_000,
    });
  });

  it("believes no access token that lives longer than a day", async () => {
    const body = '{"access_token":"access-1","token_type":"Bearer","expires_in":1e300}';
    expect((await refresh(() => new Response(body))).expiresInMs).toBe(24 * 3_600_000);
  });

  it.each([
    [400, { error: "invalid_grant", error_description: "Refresh token expired" }, "invalid_grant"],
    [400, { error: "invalid_grant", error_description: "Refresh token revoked" }, "invalid_grant"],
    [400, { error: "invalid_grant", error_description: "Invalid refresh token" }, "invalid_grant"],
    [400, { error: "invalid_grant" }, "invalid_grant"],
    [
      400,
      { error: "invalid_client", error_description: "Invalid client secret" },
      "invalid_client",
    ],
    [400, { error: "invalid_client", error_description: "Invalid client" }, "invalid_client"],
    [400, { error: "invalid_client" }, "invalid_client"],
    [401, { error: "invalid_client" }, "invalid_client"],
    [400, { error: "invalid_grant", error_description: { no: "text" } }, "invalid_grant"],
    [400, { error: "invalid_request" }, "unexpected_status"],
    [403, { error: "access_denied" }, "forbidden"],
    [403, "Forbidden", "forbidden"],
    [429, "Too many requests", "rate_limited"],
    [429, { error: "invalid_grant" }, "rate_limited"],
    [500, { error: "invalid_grant" }, "server_error"],
    [502, "<html>Bad gateway</html>", "server_error"],
    [503, "", "server_error"],
    [504, { error: "server_error" }, "server_error"],
    [200, "<!doctype html>", "malformed"],
    [200, "", "malformed"],
    [200, "{access_token: 1}", "malformed"],
    [200, { access_token: 1 }, "malformed"],
    [200, { access_token: "" }, "malformed"],
    [200, { ...GRANTED, access_token: "a b" }, "malformed"],
    [200, { ...GRANTED, access_token: "a\r\nx: y" }, "malformed"],
    [200, { ...GRANTED, access_token: "über" }, "malformed"],
    [200, { ...GRANTED, token_type: "mac" }, "malformed"],
    [200, { error: "invalid_grant" }, "malformed"],
    [302, "", "malformed"],
    [400, "Bad request", "malformed"],
  ])("calls %i %j %s", async (status, body, code) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    await expect(refresh(() => new Response(text, { status }))).rejects.toMatchObject({
      name: "SpotifyError",
      code,
    });
  });

  it.each([
    ["9", 9_000],
    ["Fri, 20 Nov 2026 12:00:05 GMT", 5_000],
    ["later", undefined],
  ])("passes on a Retry-After of %j", async (header, retryAfterMs) => {
    const limited = () => new Response("", { status: 429, headers: { "retry-after": header } });
    await expect(refresh(limited)).rejects.toMatchObject({ retryAfterMs });
  });

  it("fails in no other way, whatever JSON comes", async () => {
    const odd = fc.jsonValue();
    const body = fc.oneof(
      odd,
      fc.record(
        { access_token: odd, token_type: odd, expires_in: odd, refresh_token: odd, error: odd },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(200, 400, 401, 403, 500), async (body, status) => {
        const error = await refresh(() => Response.json(body, { status })).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (error !== undefined) expect(error).toMatchObject({ name: "SpotifyError" });
      }),
    );
  });
});
