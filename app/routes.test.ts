import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { describeEmulated } from "@/lib/testing/emulated-environment";
import { expectContract } from "@/lib/now-playing/testing/contract";
import { GET as getHealth } from "./api/health/route";
import { GET as getNowPlaying, OPTIONS } from "./api/now-playing/route";
import { GET as getBadge } from "./api/now-playing/badge/route";
import { GET as getOembed } from "./api/oembed/route";
import { GET as getElement } from "./embed.js/route";
import { GET as getFrame } from "./embed/route";
import { GET as getSample } from "./embed/sample.json/route";
import { GET as go } from "./go/route";
import { GET as getCard } from "./now-playing.svg/route";

const folder = mkdtempSync(join(tmpdir(), "liner-notes-routes-"));
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({
    playlist: [
      { type: "track", title: "A <b>& C", artists: ["D"], album: "E", durationMs: 3_600_000 },
    ],
  });
  for (const [name, value] of Object.entries(describeEmulated(emulator, folder))) {
    vi.stubEnv(name, value);
  }
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function askSample(preview: string): Promise<unknown> {
  const address = `http://site.test/embed/sample.json?preview=${preview}`;
  const response = await getSample(new Request(address, { headers: { host: "site.test" } }));
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const body: unknown = await response.json();
  expectContract(body);
  return body;
}

function askOembed(query: string): Response {
  const headers = { host: "site.test" };
  return getOembed(new Request(`http://site.test/api/oembed?${query}`, { headers }));
}

describe("the routes", () => {
  it("tell what is playing, within the contract", async () => {
    const response = await getNowPlaying(new Request("http://site.test/api/now-playing"));
    const body = await response.json();
    expectContract(body);
    expect(body).toMatchObject({ state: "playing", title: "A <b>& C" });
    const etag = String(response.headers.get("etag"));
    const again = new Request("http://site.test/", { headers: { "if-none-match": "*" } });
    expect((await getNowPlaying(again)).status).toBe(304);
    expect(etag).toMatch(/^"[\w-]{16}"$/);
    expect(OPTIONS().headers.get("access-control-allow-origin")).toBe("*");
  });

  it("draw it, with its words escaped and nothing allowed to run", async () => {
    const response = await getCard(new Request("http://site.test/now-playing.svg"));
    expect(response.headers.get("content-type")).toContain("image/svg+xml");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("A &lt;b&gt;&amp; C");
  });

  it("lead to it on Spotify, and nowhere else", async () => {
    const response = await go();
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^https:\/\/open\.spotify\.com\/track\//);
  });

  it("say how the site fares, and are not kept by anyone", async () => {
    const response = await getHealth(new Request("http://site.test/api/health"));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ connection: { state: "connected" } });
  });

  it("draw the iframe's document, which anybody may frame and keep for the song", async () => {
    const request = new Request("http://site.test/embed?size=card&theme=dark&ground=nonsense");
    const response = await getFrame(request);
    const html = await response.text();
    expect(html).toContain("A &lt;b&gt;&amp; C");
    expect(html).toContain('<now-playing theme="dark" size="card" ground="paper">');
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(response.headers.get("cdn-cache-control")).toMatch(/^max-age=10,/);
    const etag = String(response.headers.get("etag"));
    const again = new Request(request.url, { headers: { "if-none-match": etag } });
    expect((await getFrame(again)).status).toBe(304);
  });

  it("show a sample where one is asked for by its name, and the music otherwise", async () => {
    for (const state of ["playing", "paused", "recent", "idle", "unavailable"]) {
      expect(await askSample(state)).toMatchObject({ state });
    }
    expect(await askSample("podcast")).toMatchObject({ title: "A <b>& C" });
    const frame = await getFrame(new Request("http://site.test/embed?preview=paused"));
    expect(await frame.text()).toContain("Gymnopédie No. 1");
    expect(frame.headers.has("cdn-cache-control")).toBe(false);
    const card = await getCard(new Request("http://site.test/now-playing.svg?preview=idle"));
    expect(await card.text()).toContain("Nothing playing");
  });

  it("hand out the element, to any page", async () => {
    const response = getElement(new Request("http://site.test/embed.js"));
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.text()).toContain("customElements.define");
  });

  it("describe a badge, and the embed of the two pages that have one", async () => {
    expect(await (await getBadge()).json()).toMatchObject({
      schemaVersion: 1,
      label: "now playing",
      message: "A <b>& C – D",
    });
    const answer = askOembed("url=https://site.test/listening");
    expect(await answer.json()).toMatchObject({ type: "rich", version: "1.0" });
    // Nobody has said what the site's address is: the answer is for who asked.
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(askOembed("url=https://site.test/owner").status).toBe(404);
    expect(askOembed("url=https://site.test/&format=xml").status).toBe(501);
    expect(askOembed("").status).toBe(400);
  });
});
