import { describe, expect, it, vi } from "vitest";
import type { NowPlaying, PlayingNow } from "@/lib/now-playing/wire";
import type { Picture } from "./draw-picture";
import { createPictureKeeper } from "./picture-keeper";

const SITE = { name: "Mara Lindqvist", role: "Software, typeset", label: "Recently playing" };
const IDLE: NowPlaying = { v: 1, state: "idle" };

function playing(item: Partial<PlayingNow> = {}): NowPlaying {
  return { v: 1, state: "playing", kind: "track", title: "Notturno", startedAt: 0, ...item };
}

const cover = () => ({ uri: "data:image/png;base64,AAAA", width: 300, height: 300 });

function setUp() {
  const draw = vi.fn<(picture: Picture) => Promise<ArrayBuffer>>(async () => new ArrayBuffer(8));
  const keep = createPictureKeeper(draw);
  return {
    draw,
    show: (nowPlaying: NowPlaying, rest = {}) => keep({ nowPlaying, ...SITE, ...rest }),
  };
}

describe("a kept picture", () => {
  it("is drawn once for all who ask, at once or later", async () => {
    const { draw, show } = setUp();
    const found = cover();
    const pictures = await Promise.all(
      Array.from({ length: 20 }, () => show(playing(), { cover: found })),
    );
    expect(await show(playing(), { cover: found })).toBe(pictures[0]);
    expect(draw).toHaveBeenCalledOnce();
  });

  it("stays while the same is shown, however far the song is", async () => {
    const { draw, show } = setUp();
    await show(playing());
    await show(playing({ startedAt: 60_000 }));
    await show({ v: 1, state: "recent", kind: "track", title: "Notturno", playedAt: 90_000 });
    expect(draw).toHaveBeenCalledOnce();
  });

  it("is drawn anew for other words, or a cover that came or was found anew", async () => {
    const { draw, show } = setUp();
    await show(playing());
    await show(playing({ title: "Scherzo" }));
    await show(playing({ title: "Scherzo" }), { cover: cover() });
    await show(playing({ title: "Scherzo" }), { cover: cover() });
    await show(playing({ title: "Scherzo" }), { label: "Last heard" });
    expect(draw).toHaveBeenCalledTimes(5);
  });

  it("is not shown of music that is hidden by now", async () => {
    const { draw, show } = setUp();
    const before = await show(playing());
    expect(await show(IDLE)).not.toBe(before);
    expect(draw).toHaveBeenLastCalledWith({ nowPlaying: IDLE, ...SITE });
  });

  it("is not shown of music whose words cannot be set, where there is none", async () => {
    const { draw, show } = setUp();
    await show(playing({ title: "夜想曲" }));
    await show(IDLE);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it("is tried again after a failure, which is told to all who wait", async () => {
    const { draw, show } = setUp();
    draw.mockRejectedValueOnce(new Error("no memory"));
    const first = await Promise.allSettled([show(playing()), show(playing())]);
    expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await show(playing())).byteLength).toBe(8);
    expect(draw).toHaveBeenCalledTimes(2);
  });
});
