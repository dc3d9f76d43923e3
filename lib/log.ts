import type { EventName, Log, Tell } from "@/lib/telling/events";
import type { Sentence } from "@/lib/telling/say";

type Level = keyof Log;

/** What a line of the log says. */
export interface Event {
  readonly time: Date;
  readonly level: Level;
  readonly area: string;
  readonly event: EventName;
  readonly message: Sentence;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface LogOptions {
  /** Epoch ms. */
  readonly now?: () => number;
  /** Somebody reads along: sentences are printed, not JSON. At a terminal they are anyway. */
  readonly isRead?: boolean;
  readonly write?: (event: Event) => void;
}

/** A log that writes a line per event; `area` tells where it comes from. */
export function createLog(area: string, options: LogOptions = {}): Log {
  const { now = Date.now, isRead = false } = options;
  const { write = (event) => print(event, isRead || isTerminal(event.level)) } = options;
  const tellAt =
    (level: Level): Tell =>
    (message, event, facts) =>
      write({ time: new Date(now()), level, area, event, message, facts: facts ?? {} });
  return { info: tellAt("info"), warn: tellAt("warn"), error: tellAt("error") };
}

/** One line of JSON. The line's own names count before those of the facts. */
export function writeLine({ facts, ...event }: Event): string {
  const { time, level, area, event: name, message } = event;
  const own = { time, level, area, event: name, message };
  return JSON.stringify({ ...own, ...facts, ...own });
}

function isTerminal(level: Level): boolean {
  return (level === "info" ? process.stdout : process.stderr).isTTY;
}

function print(event: Event, isRead: boolean): void {
  console[event.level](isRead ? `[liner-notes/${event.area}] ${event.message}` : writeLine(event));
}
