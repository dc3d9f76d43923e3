import { expect, test } from "./site";
import { song } from "./songs";

const EVIL = "evil.example";

/** All that a request can say of an address that is not the site's. */
const POISON = {
  "x-forwarded-host": EVIL,
  "x-forwarded-proto": "http",
  "x-forwarded-port": "666",
  "x-forwarded-prefix": `/${EVIL}`,
  "x-forwarded-server": EVIL,
  "x-original-host": EVIL,
  "x-original-url": `/${EVIL}`,
  "x-rewrite-url": `/${EVIL}`,
  "x-http-method-override": "POST",
  "x-matched-path": `/${EVIL}`,
  "x-invoke-path": `/${EVIL}`,
  forwarded: `host=${EVIL};proto=http`,
  origin: `https://${EVIL}`,
  referer: `https://${EVIL}/`,
  cookie: `theme=${EVIL}; liner-notes-session=${EVIL}`,
  "accept-language": EVIL,
  "user-agent": EVIL,
};

const CACHEABLE = [
  "/",
  "/listening",
  "/writing",
  "/widget",
  "/nothing-here",
  "/api/now-playing",
  "/api/now-playing/badge",
  "/api/recently-played",
  "/now-playing.svg",
  "/embed",
  "/embed.js",
  "/feed.xml",
  "/atom.xml",
  "/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/llms.txt",
  "/manifest.webmanifest",
];

const SONG = { emulator: { playlist: [song("Notturno", 3_600)] } };

for (const siteUrl of ["https://notes.example", ""]) {
  test.describe(`a cache in front of a site ${siteUrl ? "that knows" : "that is not told"} its address`, () => {
    test.use({ siteOptions: { ...SONG, environment: { SITE_URL: siteUrl } } });

    test("can be given nothing that one visitor's headers or query have put there", async ({
      site,
    }) => {
      for (const path of CACHEABLE) {
        const url = `${site.url}${path}?utm_source=${EVIL}&__proto__[x]=${EVIL}`;
        const response = await fetch(url, { headers: POISON, redirect: "manual" });
        const head = JSON.stringify([...response.headers]);
        const isKept = !/private|no-store/.test(response.headers.get("cache-control") ?? "");
        if (isKept) expect(`${path} ${head} ${await response.text()}`).not.toContain(EVIL);
      }
    });
  });
}

test.describe("the way to Spotify and back", () => {
  // The emulator on another host than the site, as in life.
  test.use({ siteOptions: { emulator: { host: "localhost", playlist: [song("Notturno", 240)] } } });

  test("tells no other site where the owner was, nor the code that came back", async ({
    page,
    site,
  }) => {
    const elsewhere: Promise<string>[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin === site.url) return;
      elsewhere.push(request.headerValue("referer").then((referer) => referer ?? ""));
    });
    await page.route("https://www.spotify.com/**", (route) => route.fulfill({ body: "Apps" }));
    await page.goto(`${site.url}/owner`);
    await page.getByRole("button", { name: "Sign in with Spotify" }).click();
    await page.waitForURL(`${site.url}/owner`);
    await page.getByText("Disconnect…").click();
    await page.getByRole("button", { name: "Disconnect now" }).click();
    await page.getByRole("link", { name: /spotify.com\/account\/apps/ }).click();
    await expect.poll(() => elsewhere.length).toBeGreaterThan(1);
    expect((await Promise.all(elsewhere)).filter((referer) => referer !== "")).toEqual([]);
  });
});
