import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import type { FetchCover } from "./fetch-cover";
import { createWholeCoverFinder } from "./whole-cover";

const URL = "https://i.scdn.co/image/1";

async function encode(width: number, height: number, format: "jpeg" | "webp" | "avif" = "jpeg") {
  const image = sharp({ create: { width, height, channels: 3, background: "#c8141e" } });
  return { bytes: await image.toFormat(format).toBuffer(), type: `image/${format}` };
}

function setUp(find: FetchCover) {
  const clock = { time: 1_800_000_000_000 };
  const fetchCover = vi.fn(find);
  const warn = vi.fn<(message: string) => void>();
  const findWholeCover = createWholeCoverFinder({ fetchCover, warn, now: () => clock.time });
  return { clock, fetchCover, warn, findWholeCover };
}

describe("a whole cover", () => {
  it.each(["jpeg", "webp", "avif"] as const)(
    "comes of a %s as a PNG of its size",
    async (format) => {
      const cover = await setUp(() => encode(300, 300, format)).findWholeCover(URL);
      expect(cover).toMatchObject({ width: 300, height: 300 });
      const [, base64 = ""] = (cover?.uri ?? "").split("data:image/png;base64,");
      expect((await sharp(Buffer.from(base64, "base64")).metadata()).format).toBe("png");
    },
  );

  it("is made smaller where it is larger than it is drawn, and keeps its shape", async () => {
    const { findWholeCover } = setUp(() => encode(1280, 960));
    expect(await findWholeCover(URL)).toMatchObject({ width: 640, height: 480 });
  });

  it("is fetched and made once for all who want it", async () => {
    const { findWholeCover, fetchCover } = setUp(() => encode(300, 300));
    const found = await Promise.all(Array.from({ length: 20 }, () => findWholeCover(URL)));
    expect(await findWholeCover(URL)).toBeDefined();
    expect(new Set(found)).toHaveLength(1);
    expect(fetchCover).toHaveBeenCalledOnce();
  });

  it.each([
    ["cannot be fetched", () => Promise.reject(new Error("refused"))],
    ["is none", async () => ({ bytes: new TextEncoder().encode("<svg/>"), type: "image/png" })],
  ])("is left out where it %s, and asked for again after five minutes", async (_, fail) => {
    const { findWholeCover, fetchCover, warn, clock } = setUp(fail);
    expect(await findWholeCover(URL)).toBeUndefined();
    fetchCover.mockImplementation(() => encode(300, 300));
    clock.time += 5 * 60_000 - 1;
    expect(await findWholeCover(URL)).toBeUndefined();
    expect(fetchCover).toHaveBeenCalledOnce();
    expect(warn).toHaveBeenCalledOnce();
    clock.time += 1;
    expect(await findWholeCover(URL)).toBeDefined();
  });

  it.each([
    ["two seconds", 60_000, 2_000],
    ["until the deadline, if that comes first", 200, 200],
  ])("is waited for %s, and no longer", async (_, left, patience) => {
    vi.useFakeTimers();
    const { findWholeCover, clock } = setUp(() => new Promise(() => undefined));
    const answered = vi.fn<() => void>();
    void findWholeCover(URL, { deadline: clock.time + left }).then(answered);
    await vi.advanceTimersByTimeAsync(patience - 1);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toHaveBeenCalledWith(undefined);
    vi.useRealTimers();
  });
});
