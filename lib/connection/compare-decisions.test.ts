import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { compareDecisions } from "./compare-decisions";
import type { GrantRecord } from "./grant-record";
import { DAY, GRANT_KEY, HOUR, START, rehearse } from "./testing/rehearsal";

const GRANT: GrantRecord = {
  origin: "sign-in",
  refreshToken: new Secret("a"),
  authorizedAt: START,
};

describe("the later of two decisions", () => {
  it.each([
    [
      "the one with the higher count, whatever the clocks say",
      { turn: 2, authorizedAt: 0 },
      { turn: 1 },
    ],
    [
      "the one renewed more often",
      { renewals: 3, grantedAt: 0 },
      { renewals: 2, grantedAt: START },
    ],
    ["the later sign-in, where nobody has counted", { authorizedAt: START + DAY }, {}],
    ["the one granted later, where both were renewed as often", { grantedAt: 2 }, { grantedAt: 1 }],
  ])("is %s", (_, later, earlier) => {
    const [a, b] = [
      { ...GRANT, ...later },
      { ...GRANT, ...earlier },
    ];
    expect(compareDecisions(a, b)).toBeGreaterThan(0);
    expect(compareDecisions(b, a)).toBeLessThan(0);
    expect(compareDecisions(a, a)).toBe(0);
  });

  it("is the end of the connection, where it was decided after the sign-in", () => {
    expect(
      compareDecisions({ disconnectedAt: START, ended: [], turn: 2 }, { ...GRANT, turn: 1 }),
    ).toBe(1);
    expect(compareDecisions({ disconnectedAt: START + 1, ended: [] }, GRANT)).toBeGreaterThan(0);
  });
});

describe("a store that has lost everything", () => {
  it("ends up with the newest token, though an instance that slept brings back an old one first", async () => {
    const scene = rehearse();
    scene.spotify.rotation = "strict";
    const [busy, idle] = [scene.connect(), scene.connect()];
    await busy.withAccessToken(scene.spotify.use);
    await idle.load();
    for (let hour = 0; hour < 3; hour++) {
      scene.advance(HOUR);
      await busy.withAccessToken(scene.spotify.use);
    }
    await scene.fragile.store.delete(GRANT_KEY);
    for (const instance of [idle, busy, idle]) await instance.load();
    scene.advance(HOUR);
    await idle.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual([0, 1, 2, 3, 4].map((count) => `refresh-${count}`));
  });

  it("is waited for before a renewal: who asks first may hold an old token", async () => {
    const scene = rehearse();
    scene.spotify.rotation = "strict";
    const busy = scene.connect();
    // What sleeping means here: time for the others to bring back what they hold.
    const idle = scene.connect({ sleep: () => busy.load() });
    await idle.withAccessToken(scene.spotify.use);
    for (let hour = 0; hour < 3; hour++) {
      scene.advance(HOUR);
      await busy.withAccessToken(scene.spotify.use);
    }
    scene.advance(HOUR);
    await scene.fragile.store.delete(GRANT_KEY);
    await idle.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual([0, 1, 2, 3, 4].map((count) => `refresh-${count}`));
  });

  it("gets a disconnection back too", async () => {
    const scene = rehearse();
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    await connection.disconnect();
    await scene.fragile.store.delete(GRANT_KEY);
    await connection.load();
    await expect(scene.connect().withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "not_connected",
    });
  });
});
