import { describe, expect, it } from "vitest";
import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { DAY } from "@/lib/now-playing/testing/made";
import { watch } from "@/lib/now-playing/testing/watch";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { USUAL } from "./habits";
import { makeListening } from "./listening";
import { createModelServer } from "./model-server";
import { createPlayer } from "./player";
import { makeOurs } from "./strategies";

const FROM = Date.UTC(2026, 10, 1);
const TO = FROM + 2 * DAY;

interface Told {
  readonly at: number;
  readonly nowPlaying: NowPlaying;
}

function makePlayer(seed: number): ReturnType<typeof createPlayer> {
  const random = seedRandom(seed);
  return createPlayer(makeListening(USUAL, FROM, 2, random), random);
}

describe("the model of the server", { timeout: 60_000 }, () => {
  it.each([40, 700])(
    "makes the same calls as the real engine, and tells the same, with a budget of %i",
    async (limit) => {
      const { plan, schedule } = makeOurs(limit);
      const expected: Told[] = [];
      const listener = { changes: [], hear: makePlayer(3).hear };
      const engine = await watch({
        listener,
        dailyBudget: limit,
        from: FROM,
        to: TO,
        wait(nowPlaying, since, now) {
          expected.push({ at: now, nowPlaying });
          return Math.round(schedule(nowPlaying, since, now, 0.5));
        },
      });

      const server = createModelServer({ plan, limit, hear: makePlayer(3).hear });
      const told = expected.map(({ at }) => ({ at, nowPlaying: server.read(at).nowPlaying }));
      expect(server.calls).toEqual(engine.calls);
      expect(told).toEqual(expected);
      expect(expected.length).toBeGreaterThan(1_000);
    },
  );
});
