import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { after, makeEngine, playSince } from "./testing/engine";
import { FIRST, NOW, SECOND, makeItem, readNothing, readPlaying } from "./testing/made";

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const OTHER = makeItem({ key: "other", artSmall: "https://i.scdn.co/image/other" });

describe("the cover's colour", () => {
  it("joins a song's body once, and delays no answer", async () => {
    const findTint = vi.fn(after(2_000, () => "#102030"));
    const { engine } = makeEngine(playSince(NOW), { findTint });
    expect((await engine.read()).nowPlaying).not.toHaveProperty("tint");
    const etags = new Set<string>();
    for (let s = 0; s < 200; s++) {
      etags.add((await engine.read()).etag);
      await pass(SECOND);
    }
    expect((await engine.read()).nowPlaying).toMatchObject({ tint: "#102030" });
    expect(etags.size).toBe(2);
    expect(findTint).toHaveBeenCalledTimes(1);
    expect(findTint).toHaveBeenCalledWith(FIRST.artSmall);
  });

  it("is there from the start where it is known already", async () => {
    const findTint = vi.fn();
    const { engine } = makeEngine(playSince(NOW), { knownTint: () => "#102030", findTint });
    expect((await engine.read()).nowPlaying).toMatchObject({ tint: "#102030" });
    expect(findTint).not.toHaveBeenCalled();
  });

  it("does not join another song that has begun meanwhile", async () => {
    const findTint = vi.fn(async (): Promise<string | undefined> => undefined);
    findTint.mockImplementationOnce(after(20_000, () => "#102030"));
    const { engine, source } = makeEngine(playSince(NOW), { findTint });
    await engine.read();
    await pass(16 * SECOND);
    source.answer = () => readPlaying({ item: OTHER, at: Date.now(), progressMs: 0 });
    await engine.read();
    await pass(6 * SECOND);
    const { nowPlaying } = await engine.read();
    expect(nowPlaying).toMatchObject({ artSmall: OTHER.artSmall });
    expect(nowPlaying).not.toHaveProperty("tint");
  });

  it("is not lost to a reading that was under way when it was found", async () => {
    const findTint = after(16_500, () => "#102030");
    const { engine, source } = makeEngine(playSince(NOW), { findTint });
    await engine.read();
    await pass(16 * SECOND);
    source.answer = after(700, playSince(NOW));
    const told = engine.read();
    await pass(700);
    expect((await told).nowPlaying).toMatchObject({ tint: "#102030" });
  });

  it("joins the last item too, once it has ended", async () => {
    const findTint = after(20_000, () => "#102030");
    const { engine, source } = makeEngine(playSince(NOW), { findTint });
    await engine.read();
    await pass(16 * SECOND);
    source.answer = () => readNothing(Date.now());
    await engine.read();
    await pass(6 * SECOND);
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "recent", tint: "#102030" });
  });

  it("writes nothing over what another instance has read since", async () => {
    const store = createMemoryStore();
    const { engine } = makeEngine(playSince(NOW), {
      store,
      findTint: after(17_000, () => "#102030"),
    });
    await engine.read();
    await pass(16 * SECOND);
    const answer = (): ReturnType<typeof readPlaying> =>
      readPlaying({ item: OTHER, at: Date.now(), progressMs: 0 });
    await makeEngine(answer, { store }).engine.read();
    await pass(2 * SECOND);
    const { engine: third, source } = makeEngine(answer, { store });
    expect((await third.read()).nowPlaying).toMatchObject({ artSmall: OTHER.artSmall });
    expect(source.requests).toHaveLength(0);
  });
});
