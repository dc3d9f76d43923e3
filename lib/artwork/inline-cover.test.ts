import { EventEmitter, once } from "node:events";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createArtwork } from "./create-artwork";
import type { Cover } from "./fetch-cover";
import { parseImageOrigins } from "./image-origins";
import { createCoverInliner } from "./inline-cover";
import { startHost, type TestHost } from "./testing/host";

const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
const print = (size: number) =>
  sharp({ create: { width: size, height: size, channels: 3, background: "#000", noise } })
    .jpeg()
    .toBuffer();
const ROOM = 9_000;

describe("an inlined cover", () => {
  let host: TestHost;
  let missing: ReadonlySet<string>;
  let time: number;
  beforeEach(async () => {
    const covers = new Map([
      ["/300", await print(300)],
      ["/64", await print(64)],
    ]);
    missing = new Set();
    time = 1_800_000_000_000;
    host = await startHost(({ url = "" }, response) => {
      // A type that the bytes are not: it is not passed on.
      response
        .writeHead(missing.has(url) ? 503 : 200, { "content-type": "image/png" })
        .end(covers.get(url) ?? "nothing to see");
    });
  });
  afterEach(() => host.close());

  function setUp(origins = "http://127.0.0.1:*") {
    const warn = vi.fn<(message: string) => void>();
    const { inlineCover } = createArtwork({ ...parseImageOrigins(origins), warn, now: () => time });
    return { warn, inlineCover };
  }
  const art = () => ({ art: `${host.origin}/300`, artSmall: `${host.origin}/64` });

  it("is of the larger file, fetched and made once for all who want it", async () => {
    const { inlineCover } = setUp();
    const found = await Promise.all(Array.from({ length: 20 }, () => inlineCover(art(), ROOM)));
    expect(new Set(found.map(({ cover }) => cover))).toHaveLength(1);
    expect(found[0]).toMatchObject({ cover: { width: 128, height: 128 }, isComplete: true });
    expect(await inlineCover(art(), ROOM)).toEqual(found[0]);
    expect(host.requests).toEqual(["/300"]);
  });

  it("fits into the room there is, or is left out", async () => {
    const { inlineCover } = setUp();
    for (const room of [9_000, 5_000, 3_000]) {
      const { cover } = await inlineCover(art(), room);
      expect(cover?.uri.length).toBeLessThanOrEqual(room);
    }
    expect(await inlineCover(art(), 100)).toEqual({ isComplete: true });
  });

  it("is of the small file where the larger cannot be had", async () => {
    const { inlineCover, warn } = setUp();
    missing = new Set(["/300"]);
    expect(await inlineCover(art(), ROOM)).toMatchObject({ cover: { width: 64 } });
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("503"), "cover_failed");
  });

  it("does not fail with a failing host, and asks it again after five minutes", async () => {
    const { inlineCover, warn } = setUp();
    missing = new Set(["/300", "/64"]);
    expect(await inlineCover(art(), ROOM)).toEqual({ isComplete: true });
    missing = new Set();
    time += 5 * 60_000 - 1;
    expect(await inlineCover(art(), ROOM)).toEqual({ isComplete: true });
    expect(host.requests).toEqual(["/300", "/64"]);
    expect(warn).toHaveBeenCalledTimes(2);
    time += 1;
    expect((await inlineCover(art(), ROOM)).cover).toBeDefined();
  });

  it("is none where the bytes are no image, and comes from no host but the allowed", async () => {
    const page = `${host.origin}/page`;
    const { inlineCover, warn } = setUp();
    expect(await inlineCover({ art: page, artSmall: page }, ROOM)).toEqual({ isComplete: true });
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("not an image"),
      "cover_failed",
    );
    host.requests.length = 0;
    expect(await setUp("https://i.scdn.co").inlineCover(art(), ROOM)).toEqual({ isComplete: true });
    expect(host.requests).toEqual([]);
  });
});

const SAME = { art: "https://i.example/a", artSmall: "https://i.example/a" };

const refuse = (): never => {
  throw new Error("There is no request to come after.");
};

function setUpSlow(patienceMs = 5) {
  const arrival = new EventEmitter();
  const fetchCover = vi.fn(async (): Promise<Cover> => {
    const [cover] = await once(arrival, "cover");
    return cover;
  });
  const options = { fetchCover, warn: vi.fn<() => void>(), now: () => 0, patienceMs };
  return { arrival, fetchCover, inlineCover: createCoverInliner(options) };
}

describe("a cover that is slow to come", () => {
  it("is not waited for, and is there the next time", async () => {
    const { arrival, fetchCover, inlineCover } = setUpSlow();
    const later: (() => Promise<void>)[] = [];
    const first = await inlineCover(SAME, ROOM, { defer: (work) => later.push(work) });
    expect(first).toEqual({ isComplete: false });
    arrival.emit("cover", { bytes: await print(300), type: "image/jpeg" });
    await later[0]?.();
    expect((await inlineCover(SAME, ROOM)).cover).toBeDefined();
    expect(fetchCover).toHaveBeenCalledOnce();
  });

  it("is waited for until the deadline, if that comes first", async () => {
    const patient = setUpSlow(1_000);
    vi.useFakeTimers();
    const answered = vi.fn<() => void>();
    void patient.inlineCover(SAME, ROOM, { deadline: 200 }).then(answered);
    await vi.advanceTimersByTimeAsync(199);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toHaveBeenCalledWith({ isComplete: false });
    vi.useRealTimers();
  });

  it("is given after the deadline if it is there", async () => {
    const { arrival, inlineCover } = setUpSlow(1_000);
    const past = { deadline: -60_000 };
    const later: (() => Promise<void>)[] = [];
    const defer = (work: () => Promise<void>) => later.push(work);
    expect(await inlineCover(SAME, ROOM, { ...past, defer })).toEqual({ isComplete: false });
    arrival.emit("cover", { bytes: await print(300), type: "image/jpeg" });
    await later[0]?.();
    expect((await inlineCover(SAME, ROOM, past)).cover).toBeDefined();
  });

  it("does not fail where nothing can be left for later", async () => {
    const { inlineCover } = setUpSlow();
    expect(await inlineCover(SAME, ROOM, { defer: refuse })).toEqual({ isComplete: false });
  });

  it("leaves no work behind that can fail", async () => {
    const { arrival, inlineCover } = setUpSlow();
    const later: (() => Promise<void>)[] = [];
    await inlineCover(SAME, ROOM, { defer: (work) => later.push(work) });
    const left = later[0]?.();
    arrival.emit("error", new Error("away"));
    await expect(left).resolves.toBeUndefined();
  });
});
