import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { basic, startForTest } from "@/emulator/test-client";
import type { TestClient } from "@/emulator/test-client";
import { findFlaws } from "@/emulator/web-api/test-schemas";

const dayMs = 86_400_000;

let client: TestClient;

beforeEach(async () => {
  client = await startForTest();
});

afterEach(() => client.emulator.close());

async function refresh(token?: string) {
  const answer = await client.refresh(token);
  const body = await answer.json();
  expect(findFlaws(answer.ok ? "tokens" : "oauthError", body)).toEqual([]);
  return body;
}

describe("a refresh", () => {
  it("brings no refresh token, as since 2026", async () => {
    const body = await refresh();
    expect(Object.keys(body).toSorted()).toEqual([
      "access_token",
      "expires_in",
      "scope",
      "token_type",
    ]);
  });

  it("knows its own tokens", async () => {
    expect(await refresh("AQnonsense")).toEqual({
      error: "invalid_grant",
      error_description: "Invalid refresh token",
    });
  });

  it("ends 180 days after the authorization, however often it was used", async () => {
    client.advance(180 * dayMs - 1);
    expect(await refresh()).toHaveProperty("access_token");
    client.advance(1);
    expect(await refresh()).toEqual({
      error: "invalid_grant",
      error_description: "Refresh token expired",
    });
  });

  it("ends when the app is removed, while the access token lives on", async () => {
    const { access_token: token } = await refresh();
    client.emulator.control.revoke();
    expect(await refresh()).toEqual({
      error: "invalid_grant",
      error_description: "Refresh token revoked",
    });
    expect((await client.get("/v1/me", token)).status).toBe(200);
  });

  it("has the lives that the options give", async () => {
    client.emulator.control.options({ accessTokenSeconds: 60, refreshTokenDays: 1 });
    const { access_token: token, expires_in: life } = await refresh();
    expect(life).toBe(60);
    client.advance(60_000);
    expect((await client.get("/v1/me", token)).status).toBe(401);
    client.advance(dayMs);
    expect(await refresh()).toMatchObject({ error: "invalid_grant" });
  });

  it("tells the scopes that were granted, not those that were asked for", async () => {
    client.emulator.control.options({ grantedScopes: ["user-read-recently-played"] });
    expect(await refresh()).toMatchObject({ scope: "user-read-recently-played" });
  });

  it("can be made to lose all access tokens at once", async () => {
    const { access_token: token } = await refresh();
    client.emulator.control.expireAccessTokens();
    expect((await client.get("/v1/me", token)).status).toBe(401);
  });
});

describe("rotation", () => {
  it("on: each answer has a new token and the old one stays good", async () => {
    client.emulator.control.options({ rotation: "on" });
    const { refresh_token: second } = await refresh();
    expect(second).toMatch(/^AQ/);
    expect(await refresh()).toHaveProperty("refresh_token");
    expect(await refresh(second)).toHaveProperty("refresh_token");
  });

  it("strict: a token is good once", async () => {
    client.emulator.control.options({ rotation: "strict" });
    const { refresh_token: second } = await refresh();
    const { refresh_token: third } = await refresh(second);
    expect(await refresh(third)).toHaveProperty("refresh_token");
  });

  it("strict: a token used twice takes its whole family down", async () => {
    client.emulator.control.options({ rotation: "strict" });
    const { refresh_token: second } = await refresh();
    const revoked = { error: "invalid_grant", error_description: "Refresh token revoked" };
    expect(await refresh()).toEqual(revoked);
    expect(await refresh(second)).toEqual(revoked);
  });
});

async function attempt(headers: Record<string, string>, more: Record<string, string> = {}) {
  const { refreshToken } = client.emulator.credentials;
  const form = { grant_type: "refresh_token", refresh_token: refreshToken, ...more };
  const answer = await client.postToken(form, headers);
  return [answer.status, await answer.json()];
}

function invalid(description: string) {
  return [400, { error: "invalid_client", error_description: description }];
}

describe("the client's credentials", () => {
  it("are refused with a 400 that says which half is wrong", async () => {
    const { clientId, clientSecret } = client.emulator.credentials;
    expect(await attempt({ Authorization: basic("x", clientSecret) })).toEqual(
      invalid("Invalid client"),
    );
    expect(await attempt({ Authorization: basic(clientId, "x") })).toEqual(
      invalid("Invalid client secret"),
    );
    expect(await attempt({})).toEqual(invalid("Invalid client"));
  });

  it("are answered with the bare error when they are not base64", async () => {
    const { clientId, clientSecret } = client.emulator.credentials;
    const answer = await attempt({ Authorization: `Basic ${clientId}:${clientSecret}` });
    expect(answer).toEqual([400, { error: "invalid_client" }]);
  });

  it("may stand in the body", async () => {
    const { clientId, clientSecret } = client.emulator.credentials;
    const inBody = { client_id: clientId, client_secret: clientSecret };
    expect((await attempt({}, inBody))[0]).toBe(200);
  });

  it("are needed for a token that was made with them", async () => {
    const { clientId } = client.emulator.credentials;
    expect((await attempt({}, { client_id: clientId }))[1]).toMatchObject({
      error: "invalid_grant",
    });
  });
});

it("wants a form and a grant type that it knows", async () => {
  const asJson = await fetch(`${client.emulator.url}/api/token`, { method: "POST", body: "{}" });
  expect(asJson.status).toBe(400);
  expect(await asJson.json()).toMatchObject({ error: "unsupported_grant_type" });
  const other = await client.postToken({ grant_type: "password" });
  expect(await other.json()).toMatchObject({ error: "unsupported_grant_type" });
});
