import { expect, it } from "vitest";
import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { createMemoryStore } from "@/lib/store/memory-store";
import { createGround } from "./ground";
import { measureKills } from "./measure-kills";
import { createPlay } from "./play";

/** Gives each process a store of its own, which ends with it. */
const forgetful: typeof createGround = (kind, stage) => ({
  ...createGround(kind, stage),
  openStore: () => ({ ...createMemoryStore({ now: stage.now }), durable: true, shared: true }),
});

it("loses nothing whichever step a process dies at, or tells the owner", async () => {
  const { violations, points, plots } = await measureKills({ kills: 160, seed: 20_261_121 });
  expect(violations).toEqual([]);
  expect(points.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["create", "write", "sync", "rename", "link", "remove", "Redis SET"]),
  );
  const lenient = plots.filter(({ rotation }) => rotation === "lenient");
  expect(lenient.map(({ tokensLost }) => tokensLost)).toEqual([0, 0, 0, 0]);
});

it("repeats itself with the same seed", async () => {
  const [first, again] = [
    await measureKills({ kills: 8, seed: 3 }),
    await measureKills({ kills: 8, seed: 3 }),
  ];
  expect(again).toEqual({ ...first, tookSeconds: again.tookSeconds });
});

it("notices a store that forgets", async () => {
  const play = createPlay(
    { store: "redis", rotation: "strict", processes: 1 },
    seedRandom(1),
    forgetful,
  );
  const outcomes = [await play.kill(), await play.kill(), await play.kill()];
  const violations = outcomes.flatMap((outcome) => outcome.violations);
  expect(violations).toContain("the token is lost");
});
