import { expect, it } from "vitest";
import { measureRealKills } from "./measure-real-kills";

it("loses nothing when processes are killed for real, or tells the owner", async () => {
  const { kills, plots } = await measureRealKills({ kills: 8, seed: 20_261_121 });
  expect(kills).toBe(8);
  expect(plots.flatMap(({ violations }) => violations)).toEqual([]);
  expect(plots.map(({ storesUnreadable }) => storesUnreadable)).toEqual([0, 0, 0, 0, 0, 0]);
}, 60_000);
