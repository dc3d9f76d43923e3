import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { refreshAccessToken } from "./accounts";
import { fetchCurrentlyPlaying } from "./player";
import type { SpotifyHosts } from "./request";

const PLANTED = {
  secret: "PLANTED-client-secret",
  refresh: "PLANTED-refresh-token",
  access: "PLANTED-access-token",
  answered: "PLANTED-answered-token",
};
const CREDENTIALS = { clientId: "client-1", clientSecret: new Secret(PLANTED.secret) };
const REFRESH = new Secret(PLANTED.refresh);
const ACCESS = new Secret(PLANTED.access);
const BASIC = btoa(`client%2D1:${PLANTED.secret.replaceAll("-", "%2D")}`);

const ANSWERED = {
  access_token: PLANTED.answered,
  refresh_token: PLANTED.answered,
  token_type: "Bearer",
};

/** Everything of an error that a log could print. */
function dig(error: unknown): string {
  const stack = error instanceof Error ? error.stack : "";
  return [inspect(error, { depth: 20, showHidden: true }), stack, JSON.stringify(error)].join("\n");
}

async function expectSilence(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toMatchObject({ name: "SpotifyError" });
  const said = dig(error);
  for (const planted of [...Object.values(PLANTED), BASIC]) expect(said).not.toContain(planted);
}

function answering(body: BodyInit | null, init?: ResponseInit): SpotifyHosts {
  return hosts({ fetch: async () => new Response(body, init) });
}

function hosts(more: Partial<SpotifyHosts>): SpotifyHosts {
  return { accountsUrl: "http://127.0.0.1:9", apiUrl: "http://127.0.0.1:9", ...more };
}

/** Sends these bytes, whatever HTTP thinks of them. */
async function speak(bytes: string, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await work(`http://127.0.0.1:${port}`).finally(() => server.close());
}

it.each([
  ["a token answer that breaks OAuth", JSON.stringify({ ...ANSWERED, token_type: "mac" }), 200],
  ["a token answer that is no JSON", `${JSON.stringify(ANSWERED)},`, 200],
  ["a token that fits no header", JSON.stringify({ access_token: `${PLANTED.answered} ` }), 200],
  [
    "a refusal that quotes the token",
    JSON.stringify({ error: "invalid_grant", error_description: PLANTED.refresh }),
    400,
  ],
  ["a refusal whose code is the token", JSON.stringify({ error: PLANTED.refresh }), 400],
  ["a page that quotes the secret", `<html>${PLANTED.secret}`, 502],
  ["plain text that quotes the secret", PLANTED.secret, 429],
])("the error of %s holds no secret", async (_, body, status) => {
  await expectSilence(refreshAccessToken(answering(body, { status }), CREDENTIALS, REFRESH));
});

it.each([401, 403, 404, 429, 500])(
  "the error of a %i that quotes the token does not",
  async (status) => {
    for (const body of [PLANTED.access, JSON.stringify({ error: { message: PLANTED.access } })]) {
      await expectSilence(fetchCurrentlyPlaying(answering(body, { status }), ACCESS));
    }
  },
);

it("the error of an access token that fetch refuses to send does not quote it", async () => {
  await expectSilence(fetchCurrentlyPlaying(hosts({}), new Secret(`${PLANTED.access}\n\u{1F511}`)));
});

async function quoteRequest(_: unknown, init?: RequestInit): Promise<Response> {
  throw Object.assign(new Error(inspect(init)), { request: init, code: PLANTED.access });
}

it("the error of a fetch that quotes its request does not", async () => {
  await expectSilence(fetchCurrentlyPlaying(hosts({ fetch: quoteRequest }), ACCESS));
  await expectSilence(refreshAccessToken(hosts({ fetch: quoteRequest }), CREDENTIALS, REFRESH));
});

it("the error of an unreachable host does not", async () => {
  await expectSilence(fetchCurrentlyPlaying(hosts({}), ACCESS));
  await expectSilence(refreshAccessToken(hosts({}), CREDENTIALS, REFRESH));
});

it("the error of bytes that are no HTTP, though the parser keeps them, does not", async () => {
  const bytes = `HTTP/1.1 200 OK\r\nbroken header ${PLANTED.answered}\r\n\r\n${JSON.stringify(ANSWERED)}`;
  await speak(bytes, async (url) => {
    const there = hosts({ accountsUrl: url, apiUrl: url });
    await expectSilence(refreshAccessToken(there, CREDENTIALS, REFRESH));
    await expectSilence(fetchCurrentlyPlaying(there, ACCESS));
  });
});
