import { describe, expect, it } from "vitest";
import { createCallBook } from "./count-calls";

const HOUR = 60 * 60_000;

function call(at: number, path = "/v1/me/player/currently-playing") {
  return { at, path, method: "GET", status: 200 };
}

describe("the book of calls", () => {
  it("notes each call once, however often the log is read, and no token", () => {
    const book = createCallBook();
    const log = [call(1), call(2, "/api/token"), call(3)];
    book.note(log, 2);
    book.note([...log, call(3)], 3);
    expect(book.total()).toBe(3);
  });

  it("says so when it has missed some", () => {
    expect(() => createCallBook().note([call(1)], 2)).toThrow("Only 1 of 2");
  });

  it("counts the day that ends now, and what a slice may add to it", () => {
    const book = createCallBook();
    book.note([call(0), call(2 * HOUR), call(25 * HOUR)], 3);
    expect(book.count(24 * HOUR + 60_000)).toEqual({ least: 1, most: 2 });
  });

  it("finds the worst of all days", () => {
    const book = createCallBook();
    const hours = [0, 20, 23, 30, 60, 83, 100];
    book.note(
      hours.map((hour) => call(hour * HOUR)),
      hours.length,
    );
    expect(book.worstDay()).toBe(3);
  });
});
