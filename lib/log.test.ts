import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { quoteSetting, say } from "@/lib/telling/say";
import { createLog, writeLine } from "./log";
import type { Event } from "./log";

const NOW = Date.UTC(2026, 10, 20, 12);

function told(area = "server") {
  const events: Event[] = [];
  const log = createLog(area, { now: () => NOW, write: (event) => void events.push(event) });
  return { log, lines: () => events.map((event) => writeLine(event)) };
}

it("an event is one line of JSON with its time, level, area, name, sentence and facts", () => {
  const { log, lines } = told("connection");
  const until = new Date(NOW + 30_000);
  log.warn(say`Left alone.`, "gate_closed", { kind: "token", until, tries: 2, isLast: false });
  log.info(say`Well.`, "access_token_refreshed");
  expect(lines().map((line) => JSON.parse(line))).toEqual([
    {
      time: "2026-11-20T12:00:00.000Z",
      level: "warn",
      area: "connection",
      event: "gate_closed",
      message: "Left alone.",
      kind: "token",
      until: "2026-11-20T12:00:30.000Z",
      tries: 2,
      isLast: false,
    },
    {
      time: "2026-11-20T12:00:00.000Z",
      level: "info",
      area: "connection",
      event: "access_token_refreshed",
      message: "Well.",
    },
  ]);
});

it("no fact takes the place of what a line says of itself", () => {
  const { log, lines } = told();
  log.error(say`True.`, "store_failed", { level: "info", event: "started", time: 0 });
  expect(JSON.parse(lines()[0] ?? "")).toMatchObject({ level: "error", event: "store_failed" });
});

it("an event stays one line, whatever a setting holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { log, lines } = told();
      log.warn(say`${quoteSetting(`a\nb\r${text}\u2028`)}`, "store_failed");
      expect(lines()[0]).toMatch(/^\{[^\n\r\u2028\u2029]*\}$/);
    }),
  );
});

it("goes to the terminal, and to who develops, as a sentence, and to machines as JSON", () => {
  const print = vi.spyOn(console, "info").mockReturnValue();
  const { isTTY } = process.stdout;
  for (const [atTerminal, isRead] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    process.stdout.isTTY = atTerminal;
    createLog("server", { now: () => NOW, isRead }).info(say`It runs.`, "started");
  }
  process.stdout.isTTY = isTTY;
  expect(print.mock.calls).toEqual([
    ["[liner-notes/server] It runs."],
    ["[liner-notes/server] It runs."],
    [
      '{"time":"2026-11-20T12:00:00.000Z","level":"info","area":"server","event":"started","message":"It runs."}',
    ],
  ]);
});
