import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { BROKEN } from "./fuzz/broken";
import { exchange } from "./fuzz/exchange";
import { findFaults } from "./fuzz/judge";
import type { Bounds } from "./fuzz/judge";
import { requestsOf, writeRequest } from "./fuzz/requests";
import { listRoutes } from "./fuzz/routes";
import { hold } from "./fuzz/sockets";
import { listPages } from "./pages";
import { expect, test } from "./site";
import type { Site } from "./site";
import { song } from "./songs";

// More of them, and patience for what is only given up after half a minute: FUZZ_CASES=30000.
const CASES = Number(process.env.FUZZ_CASES ?? 1_000);
const IS_LONG = CASES > 1_000;
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.CI ? 20_261_121 : Date.now() % 2 ** 31));
const AT_ONCE = 8;

/** What the site must not lose its patience over, in ms: Node looks for late requests every 30 s. */
const LATE_MS = 50_000;

test.use({ siteOptions: { emulator: { playlist: [song("Notturno", 3_600)] } } });

/** Why the site is no longer as it was; nothing, where it is. */
async function findHarm(site: Site): Promise<string[]> {
  const harm = /^.*(?:⨯|Error|Warning|\n\s+at ).*$/m.exec(site.log())?.[0];
  const { status } = await fetch(site.api, { signal: AbortSignal.timeout(5_000) });
  return [
    ...(harm === undefined ? [] : [`It logged: ${harm}`]),
    ...(status === 200 ? [] : [`It answers ${status}.`]),
    ...(site.isRunning() ? [] : ["It has ended."]),
  ];
}

function boundsOf({ emulator, dataDir, url }: Site): Bounds {
  const { clientSecret, refreshToken } = emulator.credentials;
  const next = readFileSync(join(process.cwd(), "node_modules/next/package.json"), "utf8");
  const { version } = JSON.parse(next) as { readonly version: string };
  const inside = [process.cwd(), dataDir, process.version, `Next.js ${version}`];
  return {
    secrets: [clientSecret, refreshToken, "a-secret-for-the-emulator", ...inside],
    leadsTo: [url, emulator.url, "https://open.spotify.com"],
  };
}

test("answers whatever is asked with a documented status, and tells nothing of itself", async ({
  site,
}) => {
  test.setTimeout(60_000 + CASES * 50);
  const bounds = boundsOf(site);
  const routes = listRoutes(await listPages(site.url));
  const cases = [...fc.sample(requestsOf(routes), { seed: SEED, numRuns: CASES }).entries()];
  const { host } = new URL(site.url);
  const faults: string[] = [];

  async function work(left: typeof cases): Promise<void> {
    for (let next = left.shift(); next && faults.length < 5; next = left.shift()) {
      const [index, request] = next;
      const bytes = writeRequest(request, host);
      const found = findFaults(request, await exchange(site.url, bytes), bounds);
      if (found.length === 0) continue;
      const sent = JSON.stringify(bytes.toString("latin1").slice(0, 600));
      faults.push(`FUZZ_SEED=${SEED}, case ${index}: ${found.join(" ")}\n${sent}`);
    }
  }
  const workThrough = (left: typeof cases) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => work(left)));

  // What half of them has loaded and filled is not taken for a leak.
  await workThrough(cases.splice(0, CASES / 2));
  const before = await site.readMemory();
  await workThrough(cases);
  expect([...faults, ...(await findHarm(site))], `FUZZ_SEED=${SEED}`).toEqual([]);
  expect(await site.readMemory()).toBeLessThan(2 * before);
});

test("answers what is no HTTP, or two requests in one, with 400 or not at all", async ({
  site,
}) => {
  for (const [name, text, statuses] of BROKEN) {
    const answer = await exchange(site.url, Buffer.from(text, "latin1"));
    expect(statuses, `${name}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
    expect(answer.text.match(/HTTP\/1\.1 (?!100)/g)?.length ?? 0, name).toBeLessThanOrEqual(1);
  }
  expect(await findHarm(site)).toEqual([]);
});

test("serves others while a hundred clients wait, and gives those up", async ({ site }) => {
  test.setTimeout(LATE_MS + 60_000);
  const held = await hold(site.url, [
    ...Array.from({ length: 50 }, () => "GET / HTTP/1.1\r\nHost: a\r\nX: "),
    ...Array.from(
      { length: 25 },
      () => "GET /nobody HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n",
    ),
    ...Array.from({ length: 25 }, () => "POST /owner/show HTTP/1.1\r\nHost: a\r\nContent-"),
  ]);
  expect(await findHarm(site)).toEqual([]);
  if (IS_LONG) await expect.poll(() => held.open(), { timeout: LATE_MS }).toBe(0);
  held.end();
});
