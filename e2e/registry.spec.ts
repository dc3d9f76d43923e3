import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { writeSnippet } from "@/lib/embeds/snippets";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { writeRegistry } from "@/scripts/registry/write-registry";
import { readContract } from "./contract";
import { createFreshApp } from "./fresh-app";
import type { FreshApp } from "./fresh-app";
import { startSite } from "./site";
import type { Site } from "./site";
import { song } from "./songs";

const FILES = ["now-playing.json", "registry.json"];

/** What ui.shadcn.com answers for the base colour of an app, which the CLI always asks for. */
const COLOURS = {
  inlineColors: { light: {}, dark: {} },
  cssVars: {},
  inlineColorsTemplate: "",
  cssVarsTemplate: "",
};

const PAGE = `import { NowPlaying } from "@/components/now-playing";

export default function Home() {
  return (
    <main>
      <NowPlaying className="max-w-md" />
    </main>
  );
}
`;

/** A page with what the builder gives for React, but for the command above it. */
function writePageOf({ url }: Site): string {
  const options = { theme: "auto", size: "compact", ground: "paper", width: 400 } as const;
  const snippet = writeSnippet("react", url, options, { picture: "", frame: "" });
  const [command, imports, markup] = snippet.split("\n\n");
  expect(command).toBe(`npx shadcn@latest add ${url}/r/now-playing.json`);
  return `${imports}\n\nexport default function Elsewhere() {\n  return <main>${markup}</main>;\n}\n`;
}

/** Serves the registry item as any host would, and stands in for ui.shadcn.com. */
async function serveRegistry() {
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-registry-"));
  writeRegistry(folder);
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    asked.add(path);
    response.setHeader("content-type", "application/json");
    const file = FILES.find((name) => path === `/r/${name}`);
    if (file) response.end(readFileSync(join(folder, file)));
    else if (path === "/r/colors/neutral.json") response.end(JSON.stringify(COLOURS));
    else response.writeHead(404).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/r`,
    asked,
    stop() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test.describe("the registry item in a fresh app", () => {
  // One app for all of them: to make it takes half a minute.
  test.describe.configure({ mode: "default" });

  let registry: Awaited<ReturnType<typeof serveRegistry>>;
  let app: FreshApp;
  let emulator: Emulator;
  let url: string;
  /** Somebody else's, whose music the component can show as well. */
  let site: Site;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    registry = await serveRegistry();
    app = await createFreshApp();
    const added = await app.type(`npx shadcn@4.23.0 add ${registry.url}/now-playing.json --yes`, {
      REGISTRY_URL: registry.url,
    });
    expect(added).toContain("Now playing: three steps are left.");
    app.write("app/page.tsx", PAGE);
    site = await startSite({ emulator: { playlist: [song("Polonaise", 600)] } });
    app.write("app/elsewhere/page.tsx", writePageOf(site));
    await app.type("npm run build");
    emulator = await startEmulator({ playlist: [song("Notturno", 15), song("Mazurka", 300)] });
    url = await app.start(describeEnvironment(emulator, { siteUrl: "", dataDir: "" }));
  });

  test.afterAll(async () => {
    await app?.remove();
    await emulator?.close();
    registry?.stop();
    await site?.stop();
  });

  test("plays: the song with its cover, link and mark, and then the next", async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(url);
    const music = page.getByRole("region", { name: "Now playing" });
    const link = music.getByRole("link", { name: /Notturno.*Clara Schumann.*Listen on Spotify/ });
    await expect(link).toHaveAttribute("href", /^https:\/\/open\.spotify\.com\/track\//);
    await expect(music.getByRole("status")).toHaveText("Notturno, Clara Schumann");
    await expect
      .poll(() => music.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    const mark = await music.locator("svg path").boundingBox();
    expect(mark?.width).toBeGreaterThanOrEqual(21);
    expect(await music.boundingBox()).toMatchObject({ height: 80, width: 448 });
    const line = music.locator("[aria-hidden] > div");
    const place = () => line.evaluate((node) => new DOMMatrix(getComputedStyle(node).transform).a);
    const before = await place();
    await expect.poll(place).toBeGreaterThan(before);

    await expect(music.getByRole("status")).toHaveText("Mazurka, Clara Schumann", {
      timeout: 25_000,
    });
    expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("plays another site's music where the builder's snippet names it", async ({ page }) => {
    await page.goto(`${url}/elsewhere`);
    const music = page.getByRole("region", { name: "Now playing" });
    await expect(music.getByRole("link", { name: /Polonaise/ })).toBeVisible();
  });

  test("answers as the contract says, and 304 to who knows", async () => {
    const response = await fetch(`${url}/api/now-playing`);
    expect(response.status).toBe(200);
    expect(readContract(await response.text())).toMatchObject({ state: "playing" });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const etag = String(response.headers.get("etag"));
    const again = await fetch(`${url}/api/now-playing`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect((await fetch(`${url}/api/now-playing`, { method: "OPTIONS" })).status).toBe(204);
    expect((await fetch(`${url}/api/now-playing`, { method: "HEAD" })).status).toBe(200);
    expect(app.log()).not.toMatch(/error|refused|cannot/i);
  });

  test("came with one request to its site, and left the app's own choices alone", () => {
    expect([...registry.asked].toSorted()).toEqual([
      "/r/colors/neutral.json",
      "/r/now-playing.json",
    ]);
    const { dependencies } = JSON.parse(app.read("package.json"));
    expect(Object.keys(dependencies)).toEqual(
      expect.arrayContaining(["oauth4webapi", "swr", "zod"]),
    );
    expect(app.read(".env.local")).toContain("SPOTIFY_REFRESH_TOKEN=\n");
    expect(app.read("app/globals.css")).toContain("--card: oklch(0.205 0 0)");
    expect(app.read(".data/.gitignore")).toBe("*\n");
  });

  test("stands in the registry's index", async () => {
    const listed = await app.type(`npx shadcn@4.23.0 list ${registry.url}/registry.json`);
    expect(listed).toContain("Found 1 item");
  });
});
