import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCurtain } from "./curtain";
import { listPlays } from "./list-plays";
import { wildItems } from "./testing/arbitraries";
import { expectPlaysContract, keepsPlaysContract, readSchema } from "./testing/contract";
import { DAY, HOUR, MINUTE, NOW, makeItem } from "./testing/made";
import { heardAgo } from "./testing/plays";

const OPEN = createCurtain();

describe("the list of what was played", () => {
  it("keeps the contract whatever was heard, whenever, and tells of nothing that is to come", () => {
    const heard = fc.array(
      fc.record({
        item: wildItems,
        playedAt: fc.oneof(
          fc.integer({ min: NOW - 2 * DAY, max: NOW + DAY }),
          fc.integer({ min: -8.64e15, max: 8.64e15 }),
        ),
      }),
      { maxLength: 30 },
    );
    const policies = fc.record({
      delaySeconds: fc.integer({ min: 0, max: 3_600 }),
      quietHours: fc.constantFrom([], [{ from: "22:00", to: "07:00", timeZone: "Asia/Kolkata" }]),
    });
    fc.assert(
      fc.property(heard, policies, (entries, policy) => {
        const items = listPlays(entries, createCurtain({ policy }), NOW);
        expectPlaysContract({ v: 1, items });
        for (const { playedAt } of items) expect(playedAt).toBeLessThanOrEqual(NOW);
      }),
      { numRuns: 500 },
    );
  });

  it("is ten long at most, of those that may be told", () => {
    const heard = heardAgo(...Array.from({ length: 30 }, (_, index) => (index + 1) * 10 * MINUTE));
    const nameless = makeItem({ title: "\u0007" });
    const mixed = heard.map(({ item, playedAt }, index) =>
      index % 2 === 0 ? { item: nameless, playedAt } : { item, playedAt },
    );
    expect(listPlays(mixed, OPEN, NOW).map(({ title }) => title)).toEqual(
      [2, 4, 6, 8, 10, 12, 14, 16, 18, 20].map((n) => `Song ${n}`),
    );
  });

  it("reaches back a day, for beyond that nobody remembers what was hidden", () => {
    const heard = heardAgo(DAY - 1, DAY);
    expect(listPlays(heard, OPEN, NOW).map(({ title }) => title)).toEqual(["Song 1"]);
  });

  it("has a song as often as it was played", () => {
    const [one] = heardAgo(5 * MINUTE);
    const twice = one ? [one, { ...one, playedAt: NOW - 10 * MINUTE }] : [];
    expect(listPlays(twice, OPEN, NOW)).toHaveLength(2);
  });
});

describe("the schema of the list", () => {
  it("describes an item as that of /api/now-playing does, without a colour", () => {
    expect(readSchema("recently-played")).toMatchObject({ $defs: { item: itemWithoutTint() } });
  });

  it.each<[string, object]>([
    ["another version", { v: 2 }],
    ["no list", { items: undefined }],
    ["a key nobody knows", { next: null }],
    ["more than ten items", { items: Array.from({ length: 11 }, play) }],
    ["an item without its moment", { items: [{ ...play(), playedAt: undefined }] }],
    ["a colour", { items: [{ ...play(), tint: "#102030" }] }],
    ["a state", { items: [{ ...play(), state: "recent" }] }],
    ["a context", { items: [{ ...play(), context: {} }] }],
    ["a link to elsewhere", { items: [{ ...play(), url: "https://evil.example/" }] }],
  ])("refuses %s", (_, change) => {
    const body = { v: 1, items: [play()] };
    expectPlaysContract(body);
    expect(keepsPlaysContract({ ...body, ...change })).toBe(false);
  });
});

function play(): object | undefined {
  return listPlays(heardAgo(HOUR), OPEN, NOW)[0];
}

function itemWithoutTint(): object {
  const schema = JSON.stringify(readSchema("now-playing"), (key, value) =>
    key === "tint" ? undefined : value,
  );
  const { title: _, ...item } = JSON.parse(schema).$defs.item;
  return item;
}
