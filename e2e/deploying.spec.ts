import { startRedisServer } from "@/lib/store/testing/redis-server";
import { readContract } from "./contract";
import { expect, test } from "./deployment";
import type { Deployment } from "./deployment";
import { readOwnersHealth } from "./owners-health";
import { song } from "./songs";

const emulator = { playlist: [song("Notturno", 300), song("Mazurka", 300)] };

/** What Vercel sets for a function; the home folder and the rest of a shell are not there. */
const ON_VERCEL = { VERCEL: "1", VERCEL_PROJECT_PRODUCTION_URL: "liner-notes.example" };

async function expectMusic(site: Deployment): Promise<void> {
  const answer = readContract(await (await fetch(site.api)).text());
  expect(answer).toMatchObject({ state: "playing", title: "Notturno" });
}

async function readHealth(site: Deployment) {
  const response = await fetch(`${site.url}/api/health`);
  return { status: response.status, body: await response.json() };
}

test.describe("on Vercel without Redis", () => {
  test.use({ deploymentOptions: { emulator, environment: ON_VERCEL } });

  test("plays, writes nothing, and says what is not kept", async ({ page, site }) => {
    const before = site.listFiles();
    await page.goto(site.url);
    const footer = page.getByRole("region", { name: "Now playing" });
    await expect(footer.getByRole("status")).toHaveText("Notturno, Clara Schumann");
    expect((await fetch(`${site.url}/now-playing.svg`)).status).toBe(200);

    const { status, body } = await readHealth(site);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "warning",
      store: { kind: "memory", durable: false, shared: false, works: true },
    });
    const codes = body.problems.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(["store_not_shared"]);
    const [{ message }] = body.problems;
    for (const word of ["budget", "gate", "hiding", "told once", "sign-in", "Set REDIS_URL"]) {
      expect(message).toContain(word);
    }

    await site.restart();
    await expectMusic(site);
    expect(site.log()).not.toMatch(/EACCES|EROFS|EPERM|ENOENT/);
    expect(site.listFiles()).toEqual(before);
  });

  test("gives Vercel's cache what it can keep", async ({ site }) => {
    await expect
      .poll(async () => (await fetch(site.api)).text(), { timeout: 10_000 })
      .toContain('"tint"');
    const etag = String((await fetch(site.api)).headers.get("etag"));
    const own = await fetch(site.api, { headers: { "if-none-match": etag } });
    expect(own.status).toBe(304);
    const answer = await fetch(site.api, {
      headers: { "if-none-match": etag, "x-vercel-id": "fra1::iad1::x" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).toBe(etag);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const kept = /^max-age=10, stale-while-revalidate=10, stale-if-error=\d+$/;
    expect(answer.headers.get("cdn-cache-control")).toMatch(kept);
    expect(answer.headers.get("vercel-cdn-cache-control")).toMatch(kept);
  });
});

test.describe("on Vercel with Redis", () => {
  test.use({ deploymentOptions: { emulator, environment: ON_VERCEL } });

  test("keeps everything there, and has nothing to warn of", async ({ site }) => {
    const redis = await startRedisServer();
    try {
      await site.restart({ REDIS_URL: redis.url });
      await expectMusic(site);
      const { status, body } = await readHealth(site);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: "ok",
        problems: [],
        store: { kind: "redis", durable: true, shared: true, works: true },
      });
      const { budget } = await readOwnersHealth(site.url, site.emulator);
      expect(budget.remaining).toBeLessThan(budget.limit);
      await site.restart({ REDIS_URL: redis.url });
      expect((await readOwnersHealth(site.url, site.emulator)).budget).toEqual(budget);
    } finally {
      await redis.stop();
    }
  });
});

test.describe("a data folder that cannot be written", () => {
  test.use({ deploymentOptions: { emulator } });

  test("stops no music, and is named", async ({ site }) => {
    await site.restart({ DATA_DIR: site.readOnlyFolder });
    // What a process does first takes longer on a busy machine.
    await expect
      .poll(async () => readContract(await (await fetch(site.api)).text()).state, {
        timeout: 20_000,
      })
      .toBe("playing");
    for (let visits = 0; visits < 5; visits++) await expectMusic(site);
    expect((await fetch(site.url)).status).toBe(200);
    const { status, body } = await readHealth(site);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "warning", store: { kind: "file", works: false } });
    expect(body.problems.map(({ code }: { code: string }) => code)).toEqual(["store_fails"]);
    expect(site.log()).toMatch(/EACCES|EROFS|EPERM/);
    expect(site.isRunning()).toBe(true);
  });
});
