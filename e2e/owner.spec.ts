import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";
import type { Site } from "./site";
import { song } from "./songs";

// The emulator on another host than the site, so that cookies cross sites as they do in life.
const SITE = {
  emulator: { host: "localhost", playlist: [song("Notturno", 240), song("Mazurka", 240)] },
};

test.use({ siteOptions: SITE });

const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in with Spotify" });

/** Through the door: the emulator's owner has agreed before, so that Spotify asks nothing. */
async function signIn(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/owner`);
  await signInButton(page).click();
  await page.waitForURL(`${site.url}/owner`);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

const readState = async (site: Site) => (await fetch(site.api)).json();

test("the owner signs in, reconnects with one click, disconnects, and comes back", async ({
  page,
  site,
}) => {
  expect(await readState(site)).toMatchObject({ state: "playing" });
  await signIn(page, site);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("180 days");

  // A refused connection is mended in place: no restart, and the next poll plays.
  site.emulator.control.revoke();
  site.emulator.control.expireAccessTokens();
  site.emulator.control.next();
  await expect.poll(async () => (await readState(site)).stale, { timeout: 30_000 }).toBe(true);
  await page.goto(`${site.url}/owner`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sign in again");
  await page.getByRole("button", { name: "Reconnect" }).click();
  // Nobody who has removed the app is let in silently.
  await page.getByRole("button", { name: "Agree" }).click();
  await page.waitForURL(`${site.url}/owner`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("180 days");
  await expect
    .poll(() => readState(site), { timeout: 3_000 })
    .toMatchObject({ state: "playing", title: "Mazurka" });
  expect((await fetch(`${site.url}/api/health`)).status).toBe(200);

  await page.getByText("Disconnect…").click();
  await page.getByRole("button", { name: "Disconnect now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Not connected");
  await expect(page.getByRole("link", { name: /spotify.com\/account\/apps/ })).toBeVisible();
  expect(await readState(site)).toMatchObject({ state: "unavailable", reason: "not_connected" });
  site.emulator.control.resetCounters();
  await site.restart();
  expect(await readState(site)).toMatchObject({ reason: "not_connected" });
  expect(site.emulator.control.state().counters).toMatchObject({ token: 0, currentlyPlaying: 0 });

  await page.goto(`${site.url}/owner`);
  await page.getByRole("button", { name: "Reconnect" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("180 days");
  expect(await readState(site)).toMatchObject({ state: "playing" });

  // Nothing that was handed out is in clear anywhere: not in the files, not in the log, not in the page.
  const files = readdirSync(site.dataDir).map((name) =>
    readFileSync(join(site.dataDir, name), "utf8"),
  );
  const everything = [...files, site.log(), await page.content()].join("\n");
  for (const secret of site.emulator.issued()) expect(everything).not.toContain(secret);
});

test("hides the music for visitors, and shows it again", async ({ page, site }) => {
  expect(await readState(site)).toMatchObject({ state: "playing" });
  await signIn(page, site);
  await page.getByRole("button", { name: "Hide for 2 hours" }).click();
  await expect(page.getByRole("button", { name: "Show again" })).toBeVisible();
  const hidden = await fetch(site.api);
  expect(await hidden.text()).toBe('{"v":1,"state":"idle"}');
  await page.getByRole("button", { name: "Show again" }).click();
  await expect(page.getByRole("button", { name: "Hide for 2 hours" })).toBeVisible();
  await expect.poll(() => readState(site)).toMatchObject({ state: "playing" });
});

test("refuses a stranger, a denial and a foreign answer, in words, and nothing changes", async ({
  page,
  site,
}) => {
  const { control } = site.emulator;
  control.options({ user: "stranger" });
  await page.goto(`${site.url}/owner`);
  await signInButton(page).click();
  await page.getByRole("button", { name: "Agree" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/owner/i);
  await page.getByRole("button", { name: "Use another account" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  expect(new URL(page.url()).searchParams.get("notice")).toBe("access_denied");

  await page.goto(`${site.url}/owner/callback?code=made-up&state=made-up`);
  expect(new URL(page.url()).searchParams.get("notice")).toBe("foreign_answer");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
  expect(await page.context().cookies()).toEqual([]);
  const health = await (await fetch(`${site.url}/api/health`)).json();
  expect(health.connection.state).toBe("connected");
});

test("takes no order from a page of another site, and is neither framed nor kept", async ({
  page,
  site,
}) => {
  await signIn(page, site);
  // The emulator's own page is on another site, and knows the address of the form.
  await page.goto(site.emulator.url);
  await page.evaluate((action) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action;
    document.body.append(form);
    form.submit();
  }, `${site.url}/owner/disconnect`);
  await expect(page.getByText("not sent by a page of this site")).toBeVisible();
  expect(await readState(site)).toMatchObject({ state: "playing" });

  const paths = ["/owner", "/owner/callback", "/owner/calendar.ics", "/owner/show", "/owner/a/b"];
  for (const path of paths) {
    const { headers } = await fetch(`${site.url}${path}`, { redirect: "manual" });
    expect(headers.get("cache-control"), path).toContain("no-store");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy"), path).toBe("same-origin");
  }
});

test("works without JavaScript, and gives a calendar file", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, site);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /calendar/i }).click();
  expect((await download).suggestedFilename()).toBe("reconnect-spotify.ics");
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`reads well in ${colorScheme} colours`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    for (const face of ["door", "console"]) {
      if (face === "console") await signIn(page, site);
      else await page.goto(`${site.url}/owner`);
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({
          path: `test-results/pictures/owner-${face}-${width}-${colorScheme}.png`,
          fullPage: true,
        });
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrollWidth).toBeLessThanOrEqual(width);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
    }
  });
}
