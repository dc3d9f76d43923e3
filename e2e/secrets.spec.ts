import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startEmulator } from "@/emulator/server";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { signIn } from "@/scripts/reliability/site/sign-in";
import { startBentSite } from "@/scripts/reliability/site/start-bent-site";
import { createVirtualClock } from "@/scripts/reliability/site/virtual-clock";
import { openChannel } from "./channel";
import { findSecrets } from "./disguises";
import { expect, test } from "./site";
import { song } from "./songs";
import { openTap } from "./tap";

const SERVER = resolve(import.meta.dirname, "../.next/standalone/server.js");

const PLANTED = {
  SESSION_SECRET: "planted-session-secret/+with=odd&characters%7Ein-it",
  REDIS_PASSWORD: "plantedRedisPassword0123456789",
  WEBHOOK: "planted-webhook-path-that-opens-a-channel",
};

const FACES = [
  "/",
  "/listening",
  "/owner",
  "/owner?said=nonsense",
  "/owner/callback?code=made-up&state=made-up",
  "/owner/nothing",
  "/api/now-playing",
  "/api/now-playing/badge",
  "/api/recently-played",
  "/api/oembed?url=http%3A%2F%2F127.0.0.1%2F",
  "/api/health",
  "/now-playing.svg",
  "/embed",
  "/embed.js",
  "/go",
  "/feed.xml",
  "/nothing-here",
];

/** What quotes most of what it was given, or of what it was asked with. */
const FAULTS = {
  accounts: ["invalid_client", "wrong-types", "reset"],
  api: ["401-invalid", "403-premium", "hostile-strings"],
} as const;

/** What ends with the test, whatever comes of it. */
const endings: (() => unknown)[] = [];
test.afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** A site with a tap on every line that leads from it, or to it. */
async function setStage(store: "redis" | "file") {
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-secrets-"));
  endings.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const clock = createVirtualClock();
  const emulator = await startEmulator({ now: clock.now, playlist: [song("Notturno", 86_400)] });
  endings.push(emulator.close);
  // Not the strict one, by which a token would be lost with a spoilt answer.
  emulator.control.options({ rotation: "on" });
  const redis = await startRedisServer({ settings: ["--requirepass", PLANTED.REDIS_PASSWORD] });
  endings.push(() => redis.stop());
  const spotify = Number(new URL(emulator.url).port);
  let sitePort = 0;
  const [accounts, api, redisLine, line, channel] = await Promise.all([
    openTap(() => spotify),
    openTap(() => spotify),
    openTap(() => redis.port),
    openTap(() => sitePort),
    openChannel(),
  ]);
  endings.push(...[accounts, api, redisLine, line, channel].map(({ close }) => close));
  const visitors = `http://127.0.0.1:${line.port}`;
  const site = await startBentSite({
    file: SERVER,
    clock,
    describe: () => ({
      ...describeEnvironment(emulator, { siteUrl: visitors, dataDir: folder }),
      SPOTIFY_ACCOUNTS_URL: `http://127.0.0.1:${accounts.port}`,
      SPOTIFY_API_URL: `http://127.0.0.1:${api.port}`,
      SESSION_SECRET: PLANTED.SESSION_SECRET,
      OWNER_WEBHOOK_URL: `http://127.0.0.1:${channel.port}/${PLANTED.WEBHOOK}`,
      ...(store === "redis" && {
        REDIS_URL: `redis://:${PLANTED.REDIS_PASSWORD}@127.0.0.1:${redisLine.port}`,
      }),
    }),
  });
  endings.push(site.stop);
  sitePort = Number(new URL(site.url).port);

  return {
    folder,
    emulator,
    accounts,
    api,
    redisLine,
    line,
    channel,
    visitors,
    site,
    async look(faces: readonly string[], cookie = ""): Promise<void> {
      for (const face of faces) {
        const headers = { "accept-encoding": "identity", cookie };
        const options = { headers, redirect: "manual" } as const;
        await (await fetch(`${visitors}${face}`, options)).arrayBuffer();
      }
    },
    /** Virtual time passes, so that the next reading is due, and with an hour the next token. */
    async wait(minutes: number): Promise<void> {
      clock.advance(minutes * 60_000);
      await site.bend();
    },
  };
}

for (const store of ["redis", "file"] as const) {
  test(`no secret leaves the process but to whom it is meant for, with its store in ${store}`, async () => {
    test.setTimeout(120_000);
    const { folder, emulator, visitors, site, look, wait, ...lines } = await setStage(store);
    const { accounts, api, redisLine, line, channel } = lines;

    await look(FACES);
    for (const host of ["accounts", "api"] as const) {
      for (const fault of FAULTS[host]) {
        emulator.control.fault({ host, fault });
        emulator.control.resetCounters();
        // A false refusal is doubted after hours only.
        await wait(6 * 60 + 1);
        await look(["/api/now-playing", "/api/health", "/owner"]);
        expect(emulator.control.log().map(({ fault }) => fault)).toContain(fault);
      }
      emulator.control.clearFaults();
    }
    const cookie = await signIn(visitors);
    await look(FACES, cookie);
    emulator.control.revoke();
    emulator.control.expireAccessTokens();
    await wait(20);
    await look(FACES, cookie);
    await expect.poll(() => channel.heard()).toContain("connection");
    await site.stop();

    const { clientSecret } = emulator.credentials;
    const tokens = Object.fromEntries(
      emulator.issued().map((token, index) => [`${token.slice(0, 2)} token ${index}`, token]),
    );
    const secrets = { ...PLANTED, clientSecret, ...tokens };
    const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

    // The search can find something: Spotify itself is told what it has to know.
    expect(findSecrets(accounts.asked(), { clientSecret })).toEqual(["clientSecret"]);
    expect(Object.keys(tokens).length).toBeGreaterThan(3);
    expect(line.answered().length).toBeGreaterThan(100_000);

    expect(findSecrets(line.answered(), secrets)).toEqual([]);
    expect(findSecrets(Buffer.from(site.printed()), secrets)).toEqual([]);
    expect(findSecrets(Buffer.concat(onDisk), secrets)).toEqual([]);
    expect(findSecrets(Buffer.from(channel.heard()), secrets)).toEqual([]);
    expect(findSecrets(accounts.asked(), PLANTED)).toEqual([]);
    expect(findSecrets(api.asked(), { ...PLANTED, clientSecret })).toEqual([]);
    const { REDIS_PASSWORD: _, ...others } = secrets;
    expect(findSecrets(redisLine.asked(), others)).toEqual([]);
  });
}
