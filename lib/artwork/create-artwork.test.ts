import sharp from "sharp";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createArtwork } from "./create-artwork";
import { parseImageOrigins } from "./image-origins";
import { startHost, type TestHost } from "./testing/host";

let host: TestHost;
let healthy: boolean;
let time: number;
beforeEach(async () => {
  const background = "#14968c";
  const cover = await sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer();
  healthy = true;
  time = 1_800_000_000_000;
  host = await startHost((_, response) => {
    response.writeHead(healthy ? 200 : 503, { "content-type": "image/png" }).end(cover);
  });
});
afterEach(() => host.close());

function setUp(origins = "http://127.0.0.1:*") {
  const warn = vi.fn<(message: string) => void>();
  return { warn, artwork: createArtwork({ ...parseImageOrigins(origins), warn, now: () => time }) };
}

it("finds a cover's tint once, and then knows it", async () => {
  const { artwork } = setUp();
  const url = `${host.origin}/cover`;
  expect(artwork.knownTint(url)).toBeUndefined();
  expect(await Promise.all([artwork.tintOf(url), artwork.tintOf(url)])).toEqual([
    "#14968c",
    "#14968c",
  ]);
  expect(artwork.knownTint(url)).toBe("#14968c");
  expect(await artwork.tintOf(url)).toBe("#14968c");
  expect(host.requests).toEqual(["/cover"]);
});

it("does not fail with a failing host, and asks it again after five minutes", async () => {
  const { artwork, warn } = setUp();
  const url = `${host.origin}/cover`;
  healthy = false;
  expect(await artwork.tintOf(url)).toBeUndefined();
  healthy = true;
  time += 5 * 60_000 - 1;
  expect(await artwork.tintOf(url)).toBeUndefined();
  expect(host.requests).toHaveLength(1);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("503"), "cover_failed");
  time += 1;
  expect(await artwork.tintOf(url)).toBe("#14968c");
});

it("asks no host that is not among the origins", async () => {
  const { artwork } = setUp("https://i.scdn.co");
  expect(artwork.isAllowed(`${host.origin}/cover`)).toBe(false);
  expect(await artwork.tintOf(`${host.origin}/cover`)).toBeUndefined();
  expect(await artwork.tintOf("not a url")).toBeUndefined();
  expect(host.requests).toEqual([]);
});

it("chooses among allowed images only", () => {
  const { artwork } = setUp("https://i.scdn.co");
  const images = [
    { url: "https://evil.com/300", width: 300 },
    { url: "https://i.scdn.co/64", width: 64 },
  ];
  const small = "https://i.scdn.co/64";
  expect(artwork.chooseArt(images)).toEqual({ art: small, artSmall: small });
  expect(artwork.chooseArt(images.slice(0, 1))).toBeUndefined();
});

it("hands out a cover that it fetched for a tint without asking again", async () => {
  const { artwork } = setUp();
  await artwork.tintOf(`${host.origin}/cover`);
  expect((await artwork.fetchCover(`${host.origin}/cover`)).type).toBe("image/png");
  expect(host.requests).toHaveLength(1);
});
