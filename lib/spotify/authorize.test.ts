import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { keepCredentials } from "@/lib/testing/keep-credentials";
import { Secret } from "@/lib/secret";
import { redeemAuthorization, requestAuthorization } from "./authorize";
import type { ClientCredentials } from "./accounts";
import type { AskedConsent } from "./authorize";
import { fetchProfile } from "./profile";
import type { SpotifyHosts } from "./request";

const ASKED = {
  redirectUri: "http://127.0.0.1:3000/owner/callback",
  scopes: ["user-read-currently-playing", "user-read-recently-played"],
};

let emulator: Emulator;
let hosts: SpotifyHosts;
let credentials: ClientCredentials;
let now = Date.now();

beforeAll(async () => {
  emulator = await startEmulator({ now: () => now });
  hosts = { accountsUrl: emulator.url, apiUrl: emulator.url };
  credentials = keepCredentials(emulator.credentials);
});

beforeEach(() => emulator.control.options({ user: "owner" }));
afterAll(() => emulator.close());

const begin = (asked: AskedConsent = ASKED) =>
  requestAuthorization(hosts, emulator.credentials.clientId, asked);

/** What the browser comes back with. */
async function agree(url: URL, decision = "agree"): Promise<URLSearchParams> {
  const body = new URLSearchParams(url.searchParams);
  body.set("decision", decision);
  const options = { method: "POST", body, redirect: "manual" } as const;
  const answer = await fetch(`${emulator.url}/authorize/decide`, options);
  return new URL(answer.headers.get("location") ?? "").searchParams;
}

describe("signing in", () => {
  it("asks with a state and a PKCE challenge that nobody can guess, and a new one each time", async () => {
    const [first, second] = [await begin(), await begin()];
    const { searchParams } = first.url;
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: "code",
      redirect_uri: ASKED.redirectUri,
      scope: "user-read-currently-playing user-read-recently-played",
      code_challenge_method: "S256",
      show_dialog: "false",
    });
    const challenge = createHash("sha256").update(first.request.codeVerifier).digest("base64url");
    expect(searchParams.get("code_challenge")).toBe(challenge);
    expect(first.url.href).not.toContain(first.request.codeVerifier);
    expect(first.request.state.length).toBeGreaterThanOrEqual(43);
    expect(second.request.state).not.toBe(first.request.state);
    expect(second.request.codeVerifier).not.toBe(first.request.codeVerifier);
  });

  it("trades the code for tokens, and learns whose they are", async () => {
    const { url, request } = await begin();
    const grant = await redeemAuthorization(hosts, credentials, await agree(url), request);
    expect(grant.scopes).toEqual(ASKED.scopes);
    expect(grant.refreshToken?.reveal()).toMatch(/^AQ/);
    const profile = await fetchProfile(hosts, grant.accessToken);
    expect(profile).toEqual({ id: emulator.credentials.userId, name: "Ada Quill" });
  });

  it("names a refusal of the author's", async () => {
    const { url, request } = await begin();
    const answer = await agree(url, "cancel");
    await expect(redeemAuthorization(hosts, credentials, answer, request)).rejects.toMatchObject({
      name: "AuthorizationError",
      code: "access_denied",
    });
  });

  it("takes no answer that belongs to another sign-in, and asks Spotify nothing then", async () => {
    const { url, request } = await begin();
    const answer = await agree(url);
    const { token } = emulator.control.state().counters;
    const other = new URLSearchParams(answer);
    other.set("state", "somebody-elses");
    const without = new URLSearchParams(answer);
    without.delete("state");
    const double = new URLSearchParams([...answer, ["state", request.state]]);
    const doubleCode = new URLSearchParams([...answer, ["code", "another"]]);
    const empty = new URLSearchParams({ state: request.state });
    for (const bad of [other, without, double, doubleCode, empty, new URLSearchParams()]) {
      await expect(redeemAuthorization(hosts, credentials, bad, request)).rejects.toMatchObject({
        code: "foreign_answer",
      });
    }
    expect(emulator.control.state().counters.token).toBe(token);
  });

  it("says so when the code was used before, or came too late", async () => {
    const { url, request } = await begin();
    const answer = await agree(url);
    await redeemAuthorization(hosts, credentials, answer, request);
    const again = redeemAuthorization(hosts, credentials, answer, request);
    await expect(again).rejects.toMatchObject({ code: "used_code" });

    const late = await begin();
    const lateAnswer = await agree(late.url);
    now += 11 * 60_000;
    const tooLate = redeemAuthorization(hosts, credentials, lateAnswer, late.request);
    await expect(tooLate).rejects.toMatchObject({ code: "used_code" });
  });

  it("proves with PKCE that it asked itself", async () => {
    const { url, request } = await begin();
    const stranger = { ...request, codeVerifier: "x".repeat(43) };
    await expect(
      redeemAuthorization(hosts, credentials, await agree(url), stranger),
    ).rejects.toMatchObject({ code: "used_code" });
  });

  it("names a wrong client secret as such", async () => {
    const { url, request } = await begin();
    const wrong = { ...credentials, clientSecret: new Secret("wrong") };
    await expect(
      redeemAuthorization(hosts, wrong, await agree(url), request),
    ).rejects.toMatchObject({ name: "SpotifyError", code: "invalid_client" });
  });

  it("names a user whom the app does not know", async () => {
    emulator.control.options({ user: "unlisted" });
    const { url, request } = await begin();
    const grant = await redeemAuthorization(hosts, credentials, await agree(url), request);
    await expect(fetchProfile(hosts, grant.accessToken)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("User Management"),
    });
  });
});
