import { describe, expect, it } from "vitest";
import { daysLeft, describeWarning, dueWarning } from "./lifetime";
import { createLifetimeWatch } from "./lifetime-watch";
import { DAY, HOUR, MINUTE, START, createFragileStore } from "./testing/rehearsal";

const END = START + 180 * DAY;

describe("the six-month clock", () => {
  it.each([
    [180, 180, undefined],
    [31, 31, undefined],
    [30, 30, 30],
    [29.5, 30, 30],
    [8, 8, 30],
    [7, 7, 7],
    [1.5, 2, 7],
    [1, 1, 1],
    [0.01, 1, 1],
    [0, 0, 0],
    [-3, 0, 0],
  ])("with %d days to go shows %d days and warns at %s", (before, days, warning) => {
    const now = END - before * DAY;
    expect(daysLeft(START, now)).toBe(days);
    expect(dueWarning(START, now)).toBe(warning);
  });

  it("says when it ends and what to do", () => {
    expect(describeWarning(7, START)).toMatch(/ends on 2027-05-19: 7 days are left.*Sign in/);
    expect(describeWarning(1, START)).toContain("1 day is left");
    expect(describeWarning(0, START)).toContain("ended on 2027-05-19");
  });
});

function watchFrom(start: number) {
  let time = start;
  const now = (): number => time;
  const fragile = createFragileStore(now);
  const told: number[] = [];
  const open = () =>
    createLifetimeWatch({
      store: fragile.store,
      now,
      tell: (_, warning) => void told.push(warning),
    });
  return { fragile, told, open, advance: (ms: number) => void (time += ms) };
}

describe("the watch over it", () => {
  it("tells each warning once, however often it looks", async () => {
    const { told, open, advance } = watchFrom(END - 40 * DAY);
    const watch = open();
    for (let hour = 0; hour < 60 * 24; hour++) {
      await watch.look(START);
      advance(HOUR);
    }
    expect(told).toEqual([30, 7, 1, 0]);
  });

  it("tells it once over restarts", async () => {
    const { told, open, advance } = watchFrom(END - 40 * DAY);
    for (let day = 0; day < 50; day++) {
      await open().look(START);
      advance(DAY);
    }
    expect(told).toEqual([30, 7, 1, 0]);
  });

  it("tells it once for two instances that look at the same moment", async () => {
    const { told, open } = watchFrom(END - 5 * DAY);
    await Promise.all([open().look(START), open().look(START), open().look(START)]);
    expect(told).toEqual([7]);
  });

  it("leaves out the warnings whose time nobody saw", async () => {
    const { told, open, advance } = watchFrom(END - 90 * DAY);
    const watch = open();
    await watch.look(START);
    advance(89.5 * DAY);
    await watch.look(START);
    expect(told).toEqual([1]);
  });

  it("begins anew with a new sign-in", async () => {
    const { told, open, advance } = watchFrom(END);
    const watch = open();
    await watch.look(START);
    advance(HOUR);
    await watch.look(END + HOUR);
    advance(175 * DAY);
    await watch.look(END + HOUR);
    expect(told).toEqual([0, 7]);
  });

  it("takes the same day, with and without its hour, for the same sign-in", async () => {
    const { told, open, advance } = watchFrom(END - 5 * DAY);
    await open().look(START);
    advance(MINUTE);
    await open().look(START + 10 * HOUR);
    expect(told).toEqual([7]);
  });

  it("looks at most once a minute", async () => {
    const { fragile, open, advance } = watchFrom(END - 5 * DAY);
    const watch = open();
    for (let second = 0; second < 60; second++) {
      await watch.look(START);
      advance(1_000);
    }
    expect(fragile.written).toHaveLength(1);
  });

  it("tells it while the store is away, once in this process", async () => {
    const { fragile, told, open, advance } = watchFrom(END - 5 * DAY);
    fragile.fails.writing = true;
    const watch = open();
    await watch.look(START);
    advance(HOUR);
    await watch.look(START);
    expect(told).toEqual([7]);
  });

  it.each([undefined, Number.NaN, 0, 0.5, -5])("survives a sign-in at %s", async (authorizedAt) => {
    const { open } = watchFrom(END);
    await expect(open().look(authorizedAt)).resolves.toBeUndefined();
  });
});
