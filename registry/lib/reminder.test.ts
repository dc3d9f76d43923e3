import { expect, it } from "vitest";
import { createReminder } from "./reminder";

const DAY_MS = 24 * 60 * 60_000;
const SIGNED_IN = Date.UTC(2026, 10, 20);

it("tells once at 30, 7 and 1 days before the end, and at the end", () => {
  const told: string[] = [];
  const remind = createReminder((message) => told.push(message));
  for (let hour = 0; hour <= 200 * 24; hour++) remind(SIGNED_IN, SIGNED_IN + (hour * DAY_MS) / 24);
  expect(told).toHaveLength(4);
  expect(told.map((message) => /\d+ days? (?:is|are) left|ended/.exec(message)?.[0])).toEqual([
    "30 days are left",
    "7 days are left",
    "1 day is left",
    "ended",
  ]);
});

it("says nothing where the day of the sign-in is not known", () => {
  const told: string[] = [];
  createReminder((message) => told.push(message))(undefined, SIGNED_IN);
  expect(told).toEqual([]);
});
