import { expect, it } from "vitest";
import { dayIn } from "./day-in";

it("is tomorrow already where the sun rises first, and still yesterday where it rises last", () => {
  const now = new Date("2026-12-31T11:30:00Z");
  expect(dayIn("Pacific/Kiritimati", now)).toBe("2027-01-01");
  expect(dayIn("Europe/Stockholm", now)).toBe("2026-12-31");
  expect(dayIn("Pacific/Niue", now)).toBe("2026-12-31");
  expect(dayIn("Pacific/Niue", new Date("2026-12-31T10:30:00Z"))).toBe("2026-12-30");
});
