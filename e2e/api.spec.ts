import { readContract } from "./contract";
import { expect, test } from "./site";
import { song } from "./songs";

const LONG = { emulator: { playlist: [song("Notturno", 240), song("Mazurka", 240)] } };

test.describe("GET /api/now-playing", () => {
  test.use({ siteOptions: LONG });

  test("serves 300 cold visitors with one token call and one API call", async ({ site }) => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const response = await fetch(site.api);
        return { status: response.status, text: await response.text() };
      }),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(readContract(text)).toMatchObject({ state: "playing", title: "Notturno" });
    }
    const { token, currentlyPlaying } = site.emulator.control.state().counters;
    expect({ token, currentlyPlaying }).toEqual({ token: 1, currentlyPlaying: 1 });
  });

  test("keeps one ETag for a song, but for one change when its tint joins", async ({ site }) => {
    const etags = new Set<string | null>();
    for (let polls = 0; polls < 40; polls++) {
      const response = await fetch(site.api);
      etags.add(response.headers.get("etag"));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    // Twenty seconds hold two readings of the player at the least.
    expect(site.emulator.control.state().counters.currentlyPlaying).toBeGreaterThanOrEqual(2);
    expect(etags.size).toBeLessThanOrEqual(2);

    const [etag] = [...etags].toReversed();
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const response = await fetch(site.api, { headers: { "if-none-match": String(header) } });
      expect(response.status, String(header)).toBe(304);
      expect(await response.text()).toBe("");
    }
    const behindVercel = await fetch(site.api, {
      headers: { "if-none-match": String(etag), "x-vercel-id": "fra1::x" },
    });
    expect(behindVercel.status).toBe(200);
  });

  for (const change of ["seek", "pause", "next"] as const) {
    test(`has a new ETag after a ${change}`, async ({ site }) => {
      const before = await readSettled(site.api);
      if (change === "seek") site.emulator.control.seek({ positionMs: 100_000 });
      else site.emulator.control[change]();
      await expect
        .poll(async () => (await fetch(site.api)).headers.get("etag"), { timeout: 20_000 })
        .not.toBe(before);
    });
  }

  test("answers HEAD, OPTIONS and any query alike, and says how it may be kept", async ({
    site,
  }) => {
    const plain = await fetch(site.api);
    const text = await plain.text();
    expect(plain.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(plain.headers.get("access-control-allow-origin")).toBe("*");
    expect(plain.headers.get("x-content-type-options")).toBe("nosniff");
    expect(plain.headers.get("content-type")).toContain("application/json");
    expect(plain.headers.get("server-timing")).not.toBeNull();
    for (const name of ["cdn-cache-control", "vercel-cdn-cache-control"]) {
      expect(plain.headers.get(name)).toMatch(/^max-age=\d+/);
    }
    const head = await fetch(site.api, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    const preflight = await fetch(site.api, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    const withQuery = await fetch(`${site.api}?v=2&state=idle&t=${Date.now()}`);
    expect(readContract(await withQuery.text())).toMatchObject({ title: "Notturno" });
    expect(text).not.toContain("context");
  });

  test("is held up by no query and no cookies, however long", async ({ site }) => {
    await readSettled(site.api);
    const cookie = Array.from({ length: 1_500 }, (_, i) => `c${i}=1`).join("; ");
    for (const [url, headers] of [
      [`${site.api}?${"a&".repeat(7_000)}`, {}],
      [site.api, { cookie }],
    ] as const) {
      const started = Date.now();
      const response = await fetch(url, { headers });
      expect(readContract(await response.text())).toMatchObject({ title: "Notturno" });
      expect(Date.now() - started).toBeLessThan(250);
    }
  });

  test("lets no page be framed", async ({ site }) => {
    const { headers } = await fetch(site.url);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("serves the schema that it keeps to", async ({ site }) => {
    const schema = await fetch(`${site.url}/now-playing.schema.json`);
    expect(schema.status).toBe(200);
    expect(await schema.json()).toHaveProperty("$schema");
  });

  test("hides one 401 from visitors behind one refresh and one retry", async ({ site }) => {
    await readSettled(site.api);
    site.emulator.control.resetCounters();
    site.emulator.control.expireAccessTokens();
    site.emulator.control.next();
    await expect
      .poll(async () => readContract(await (await fetch(site.api)).text()), { timeout: 20_000 })
      .toMatchObject({ state: "playing", title: "Mazurka" });
    const { token, currentlyPlaying } = site.emulator.control.state().counters;
    expect({ token, currentlyPlaying }).toEqual({ token: 1, currentlyPlaying: 2 });
  });

  test("survives a restart in the middle of strict rotation", async ({ site }) => {
    site.emulator.control.options({ rotation: "strict" });
    const { log } = site.emulator.control;
    const readings = () =>
      log().filter(({ path, status }) => path.endsWith("/currently-playing") && status === 200);
    for (let starts = 0; starts < 3; starts++) {
      const answer = readContract(await (await fetch(site.api)).text());
      expect(answer).toMatchObject({ state: "playing", title: "Notturno" });
      // A busy machine answers with what was kept over the restart, before it has asked Spotify.
      await expect.poll(() => readings().length).toBe(starts + 1);
      // The next start needs a new access token, and has only the newest refresh token to get one.
      site.emulator.control.expireAccessTokens();
      await site.restart();
      await new Promise((resolve) => setTimeout(resolve, 12_000));
    }
    expect(site.emulator.control.state().counters.token).toBe(3);
    expect(site.log()).not.toContain("invalid_grant");
  });

  test("asks for nothing while nobody asks", async ({ site }) => {
    await readSettled(site.api);
    const { counters } = site.emulator.control.state();
    await new Promise((resolve) => setTimeout(resolve, 13_000));
    expect(site.emulator.control.state().counters.currentlyPlaying).toBe(counters.currentlyPlaying);
  });
});

test.describe("a refused token", () => {
  test.use({ siteOptions: LONG });

  test("is told as reauthorize, and asked for no more than twice", async ({ site }) => {
    site.emulator.control.revoke();
    site.emulator.control.resetCounters();
    for (let polls = 0; polls < 30; polls++) {
      const answer = readContract(await (await fetch(site.api)).text());
      expect(answer).toMatchObject({ state: "unavailable", reason: "reauthorize" });
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(site.emulator.control.state().counters.token).toBeLessThanOrEqual(2);
    await site.restart();
    await fetch(site.api);
    expect(site.emulator.control.state().counters.token).toBeLessThanOrEqual(2);

    const health = await fetch(`${site.url}/api/health`);
    expect(health.status).toBe(503);
    expect(await health.text()).toContain("invalid_grant");
  });
});

test.describe("songs that end", () => {
  const songs = Array.from({ length: 8 }, (_, index) => song(`Prelude No. ${index + 1}`, 7));
  test.use({ siteOptions: { emulator: { playlist: songs } } });

  test("are seen to end within 2.5 s, for no more calls than the plan allows", async ({ site }) => {
    const started = Date.now();
    const lags: number[] = [];
    let last = readContract(await (await fetch(site.api)).text());
    let ends = 0;
    while (Date.now() - started < 40_000) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const next = readContract(await (await fetch(site.api)).text());
      if (!("title" in next) || !("title" in last) || next.title === last.title) continue;
      ends += 1;
      if (last.state === "playing")
        lags.push(Date.now() - (last.startedAt + (last.durationMs ?? 0)));
      last = next;
    }
    const seconds = (Date.now() - started) / 1_000;
    expect(ends).toBeGreaterThanOrEqual(5);
    expect(Math.max(...lags)).toBeLessThanOrEqual(2_500);
    const { currentlyPlaying } = site.emulator.control.state().counters;
    expect(currentlyPlaying).toBeLessThanOrEqual(ends + seconds / 15 + 3);
  });
});

test.describe("a gate", () => {
  test.use({ siteOptions: LONG });

  test("lets no call through inside Retry-After, also after a restart", async ({ site }) => {
    const { control } = site.emulator;
    control.fault({ host: "api", fault: "429", retryAfterSeconds: 600 });
    const first = readContract(await (await fetch(site.api)).text());
    expect(first).toMatchObject({ state: "unavailable", reason: "rate_limited" });
    expect(first).toHaveProperty("retryAt");
    control.clearFaults();
    const { currentlyPlaying } = control.state().counters;
    for (let polls = 0; polls < 10; polls++) await fetch(site.api);
    await site.restart();
    for (let polls = 0; polls < 10; polls++) {
      const answer = readContract(await (await fetch(site.api)).text());
      expect(answer).toMatchObject({ state: "unavailable", reason: "rate_limited" });
    }
    expect(control.state().counters.currentlyPlaying).toBe(currentlyPlaying);
  });
});

test.describe("a bad environment", () => {
  test.use({ siteOptions: { environment: { SPOTIFY_DAILY_BUDGET: "lots-of-them" } } });

  test("is named once without its value, and visitors still get an answer", async ({ site }) => {
    const answer = readContract(await (await fetch(site.api)).text());
    expect(answer).toEqual({ v: 1, state: "unavailable", reason: "misconfigured" });
    expect((await fetch(site.url)).status).toBe(200);
    expect(site.log().match(/SPOTIFY_DAILY_BUDGET/g)?.length).toBe(1);
    expect(site.log()).not.toContain("lots-of-them");
  });
});

test.describe("no account", () => {
  test.use({
    siteOptions: {
      environment: { SPOTIFY_CLIENT_ID: "", SPOTIFY_CLIENT_SECRET: "", SPOTIFY_REFRESH_TOKEN: "" },
    },
  });

  test("is told as not_connected", async ({ site }) => {
    const answer = readContract(await (await fetch(site.api)).text());
    expect(answer).toMatchObject({ state: "unavailable", reason: "not_connected" });
  });
});

/** The ETag once the tint has joined. */
async function readSettled(api: string): Promise<string> {
  await fetch(api);
  await expect.poll(async () => (await fetch(api)).text()).toContain('"tint"');
  return String((await fetch(api)).headers.get("etag"));
}
