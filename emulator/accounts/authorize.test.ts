import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startForTest } from "@/emulator/test-client";
import type { TestClient } from "@/emulator/test-client";
import { findFlaws } from "@/emulator/web-api/test-schemas";

const redirectUri = "http://127.0.0.1:3000/owner/callback";
const scope = "user-read-currently-playing user-read-recently-played";
const verifier = "a-verifier-of-at-least-forty-three-characters-as-the-rfc-wants";
const challenge = createHash("sha256").update(verifier).digest("base64url");

let client: TestClient;

beforeAll(async () => {
  client = await startForTest();
});

afterAll(() => client.emulator.close());

beforeEach(() => client.emulator.control.options({ user: "owner", rotation: "off" }));

function query(more: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({
    client_id: client.emulator.credentials.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope,
    state: "a state & more",
    show_dialog: "true",
    ...more,
  });
}

async function decide(decision: string, more: Record<string, string> = {}): Promise<URL> {
  const body = query({ ...more, decision });
  const answer = await fetch(`${client.emulator.url}/authorize/decide`, {
    method: "POST",
    body,
    redirect: "manual",
  });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get("location") ?? "");
}

async function takeCode(more: Record<string, string> = {}): Promise<string> {
  return (await decide("agree", more)).searchParams.get("code") ?? "";
}

async function exchange(
  code: string,
  more: Record<string, string> = {},
  headers?: Record<string, string>,
) {
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri, ...more };
  const answer = await client.postToken(form, headers);
  const body = await answer.json();
  expect(findFlaws(answer.ok ? "tokens" : "oauthError", body)).toEqual([]);
  return { status: answer.status, body };
}

describe("the consent page", () => {
  it("says who asks, for what, and where one returns to", async () => {
    const answer = await client.get(`/authorize?${query()}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    for (const part of [
      "Liner Notes asks to",
      "user-read-recently-played",
      "Ada Quill",
      redirectUri,
    ])
      expect(page).toContain(part);
    expect(page).toContain('name="state" value="a state &amp; more"');
  });

  it("is skipped for somebody who has agreed before, unless show_dialog is set", async () => {
    const silent = await client.get(`/authorize?${query({ show_dialog: "false" })}`);
    expect(silent.status).toBe(302);
    expect(silent.headers.get("location")).toMatch(/[?&]code=AQ/);
  });

  it("comes back when more is asked for than was granted", async () => {
    const wider = query({ show_dialog: "false", scope: `${scope} user-top-read` });
    expect((await client.get(`/authorize?${wider}`)).status).toBe(200);
  });

  it("hands back the state with a code, or with access_denied", async () => {
    const agreed = await decide("agree");
    expect(agreed.origin + agreed.pathname).toBe(redirectUri);
    expect(agreed.searchParams.get("state")).toBe("a state & more");
    const cancelled = await decide("cancel");
    expect([...cancelled.searchParams]).toEqual([
      ["error", "access_denied"],
      ["state", "a state & more"],
    ]);
  });

  it.each([
    [{ client_id: "x" }, "INVALID_CLIENT: Invalid client"],
    [
      { redirect_uri: "http://localhost:3000/owner/callback" },
      "INVALID_CLIENT: Insecure redirect URI",
    ],
    [{ redirect_uri: "https://evil.example/" }, "INVALID_CLIENT: Invalid redirect URI"],
    [{ response_type: "token" }, "response_type must be code"],
    [{ scope: "user-read-everything" }, "INVALID_SCOPE: Invalid scope"],
    [{ code_challenge: "x", code_challenge_method: "plain" }, "code_challenge_method must be S256"],
  ])("refuses %j in plain text and sends nobody anywhere", async (more, words) => {
    const answer = await client.get(`/authorize?${query(more)}`);
    expect([answer.status, await answer.text()]).toEqual([400, words]);
  });
});

describe("the code", () => {
  it("is exchanged for tokens that work", async () => {
    const { status, body } = await exchange(await takeCode());
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope });
    expect((await client.get("/v1/me", body.access_token)).status).toBe(200);
    expect((await client.refresh(body.refresh_token)).status).toBe(200);
  });

  it("is good once", async () => {
    const code = await takeCode();
    await exchange(code);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("is good for ten minutes", async () => {
    const code = await takeCode();
    client.advance(600_000);
    expect(await exchange(code)).toMatchObject({
      status: 400,
      body: { error: "invalid_grant", error_description: "Authorization code expired" },
    });
  });

  it("is bound to its redirect URI", async () => {
    const other = { redirect_uri: "http://127.0.0.1:3001/owner/callback" };
    expect(await exchange(await takeCode(), other)).toMatchObject({
      body: { error: "invalid_grant", error_description: "Invalid redirect URI" },
    });
  });
});

describe("PKCE", () => {
  const pkce = { code_challenge: challenge, code_challenge_method: "S256" };

  it("takes the right verifier", async () => {
    const { status } = await exchange(await takeCode(pkce), { code_verifier: verifier });
    expect(status).toBe(200);
  });

  it.each([{ code_verifier: `${verifier}x` }, {}])("refuses %j", async (more) => {
    expect((await exchange(await takeCode(pkce), more)).status).toBe(400);
  });

  it("lets a public client in without a secret, and lets it refresh", async () => {
    const { clientId } = client.emulator.credentials;
    const code = await takeCode(pkce);
    const { status, body } = await exchange(
      code,
      { code_verifier: verifier, client_id: clientId },
      {},
    );
    expect(status).toBe(200);
    const form = {
      grant_type: "refresh_token",
      refresh_token: body.refresh_token,
      client_id: clientId,
    };
    expect((await client.postToken(form, {})).status).toBe(200);
  });

  it("is what a public client cannot do without", async () => {
    const { clientId } = client.emulator.credentials;
    const result = await exchange(await takeCode(), { client_id: clientId }, {});
    expect(result).toMatchObject({ status: 400, body: { error: "invalid_client" } });
  });
});

describe("who signs in", () => {
  it("may be a stranger, who is somebody else", async () => {
    client.emulator.control.options({ user: "stranger" });
    const { body } = await exchange(await takeCode());
    const me = await (await client.get("/v1/me", body.access_token)).json();
    expect(me.id).not.toBe(client.emulator.credentials.userId);
  });

  it("may be missing from the app's list: signs in, and is refused by the API in plain text", async () => {
    client.emulator.control.options({ user: "unlisted" });
    const { body } = await exchange(await takeCode());
    const answer = await client.get("/v1/me", body.access_token);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await answer.text()).toMatch(/may not be registered/);
  });
});
