import { afterAll, beforeAll, expect, it } from "vitest";
import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { killForReal } from "./kill-for-real";
import { bundleProgram } from "./real-process";
import type { Program } from "./real-process";

const random = seedRandom(20_261_121);

let program: Program;
beforeAll(async () => {
  program = await bundleProgram();
});
afterAll(() => program.remove());

it("loses nothing when one of two processes on a folder is killed, or tells the owner", async () => {
  const plot = { store: "file", rotation: "strict", processes: 2 } as const;
  const { violations, kills } = await killForReal(program, plot, 6, random);
  expect(violations).toEqual([]);
  expect(kills).toBe(6);
});

it("loses nothing on Redis while an old token lives until the new one is used", async () => {
  const plot = { store: "redis", rotation: "lenient", processes: 1 } as const;
  const { violations, tokensLost } = await killForReal(program, plot, 4, random);
  expect(violations).toEqual([]);
  expect(tokensLost).toBe(0);
});
