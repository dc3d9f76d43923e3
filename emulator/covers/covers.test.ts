import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drawSleeve } from "./sleeve";
import { startForTest } from "@/emulator/test-client";
import type { TestClient } from "@/emulator/test-client";

let client: TestClient;
let token: string;

beforeAll(async () => {
  client = await startForTest();
  token = await client.accessToken();
});

afterAll(() => client.emulator.close());

interface Playing {
  item: { album: { images: { url: string; width: number }[] } };
}

async function listImages() {
  const answer = await client.get("/v1/me/player/currently-playing", token);
  const body: Playing = await answer.json();
  return body.item.album.images;
}

it("prints every size that a body names, widest first", async () => {
  const images = await listImages();
  expect(images.map(({ width }) => width)).toEqual([640, 300, 64]);
  for (const { url, width } of images) {
    const answer = await fetch(url);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const picture = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([picture.format, picture.width, picture.height]).toEqual(["jpeg", width, width]);
  }
});

it("gives every album a sleeve of its own", async () => {
  const [first] = await listImages();
  client.emulator.control.next();
  const [second] = await listImages();
  expect(first?.url).not.toBe(second?.url);
});

it("prints albums that a test brings along, whatever they are called", async () => {
  const album = "\u0000<&\"'>\ud800\u202e ".repeat(40);
  client.emulator.control.playlist({
    entries: [{ type: "track", title: "T", artists: [album], album, durationMs: 9_000 }],
  });
  const [image] = await listImages();
  const answer = await fetch(image?.url ?? "");
  const picture = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(picture.width).toBe(640);
});

it("knows no other pictures", async () => {
  const answer = await client.get("/image/ab67616d0000b273000000000000000000000000");
  expect(answer.status).toBe(404);
});

it("draws the same sleeve for the same title", () => {
  const cover = { kind: "album", title: "Unheard", credit: "Nobody", year: 1969 } as const;
  expect(drawSleeve(cover)).toBe(drawSleeve(cover));
});
