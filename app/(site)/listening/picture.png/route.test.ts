import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { describeEmulated } from "@/lib/testing/emulated-environment";
import { GET } from "./route";

const folder = mkdtempSync(join(tmpdir(), "liner-notes-picture-"));
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({
    playlist: [
      { type: "track", title: "夜想曲", artists: ["D"], album: "E", durationMs: 3_600_000 },
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

describe("the picture of the page about the music", () => {
  it("shows the cover of what plays, and is kept no longer than that is told", async () => {
    const response = await GET();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(response.headers.get("cdn-cache-control")).toMatch(/^max-age=\d\d?,/);
    const picture = sharp(Buffer.from(await response.arrayBuffer()));
    const { width, height } = await picture.metadata();
    expect([width, height]).toEqual([1200, 630]);
    const cover = await picture.extract({ left: 64, top: 157, width: 408, height: 408 }).stats();
    expect(Math.max(...cover.channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
  });

  it("is whole for each who asks, though it is drawn once", async () => {
    const pictures = await Promise.all(
      Array.from({ length: 3 }, async () => Buffer.from(await (await GET()).arrayBuffer())),
    );
    for (const picture of pictures)
      expect(picture.equals(Buffer.from(pictures[0] ?? ""))).toBe(true);
    expect(pictures[0]?.length).toBeGreaterThan(1_000);
  });
});
