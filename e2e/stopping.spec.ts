import { setTimeout as sleep } from "node:timers/promises";
import { readContract } from "./contract";
import { hold } from "./fuzz/sockets";
import { expect, test } from "./site";
import { song } from "./songs";

const emulator = { playlist: [song("Notturno", 3_600)] };

/** Longer than a server that has nothing in flight may take to end, in ms. */
const AT_ONCE_MS = 1_500;

test.use({ siteOptions: { emulator } });

async function timeTheEnd(ask: () => Promise<number | null>) {
  const began = performance.now();
  const code = await ask();
  return { code, tookMs: performance.now() - began };
}

test("a request that waits for Spotify is answered before the site ends", async ({ site }) => {
  site.emulator.control.options({ rotation: "strict", latencyMs: { accounts: 700, api: 300 } });
  const asked = fetch(site.api);
  await sleep(300);
  const { code, tookMs } = await timeTheEnd(() => site.askToEnd("SIGTERM"));
  expect(readContract(await (await asked).text())).toMatchObject({ state: "playing" });
  expect(code).toBe(143);
  expect(tookMs).toBeLessThan(700 + 300 + AT_ONCE_MS);
});

test("a refresh token that Spotify rotates meanwhile is kept, whoever still waits", async ({
  site,
}) => {
  site.emulator.control.options({ rotation: "strict", latencyMs: { accounts: 1_500 } });
  const visitor = new AbortController();
  const asked = fetch(site.api, { signal: visitor.signal }).catch(() => undefined);
  await sleep(300);
  visitor.abort();
  await asked;
  const ended = site.askToEnd("SIGINT");
  // Spotify refuses the old token from now on, and the visitor is gone.
  expect(await ended).toBe(130);
  expect(site.emulator.control.state().counters.token).toBe(1);

  site.emulator.control.options({ latencyMs: { accounts: 0 } });
  site.emulator.control.expireAccessTokens();
  await site.restart();
  expect(readContract(await (await fetch(site.api)).text())).toMatchObject({ state: "playing" });
  expect(site.log()).not.toContain("invalid_grant");
});

test("connections that ask nothing hold it up no more than a browser's do", async ({ site }) => {
  await fetch(site.api);
  const half = "GET /api/now-playing HTTP/1.1\r\nHost: a";
  const held = await hold(site.url, ["", half, `${half}\r\n\r\n`]);
  // Until what was asked has its answer.
  await sleep(300);
  expect(held.open()).toBe(3);
  const { code, tookMs } = await timeTheEnd(() => site.askToEnd("SIGTERM"));
  held.end();
  expect(code).toBe(143);
  expect(tookMs).toBeLessThan(AT_ONCE_MS);
});

test("says that it starts and that it stops, a line of JSON each", async ({ site }) => {
  await fetch(site.api);
  await site.askToEnd("SIGTERM");
  const events = site
    .log()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  expect(events[0]).toMatchObject({ event: "started", store: "file", problems: 0 });
  expect(events.map(({ event }) => event)).toContain("access_token_refreshed");
  expect(events.at(-1)).toMatchObject({ event: "stopping", signal: "SIGTERM", level: "info" });
});
