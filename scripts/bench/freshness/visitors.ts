import { DAY, HOUR, MINUTE } from "@/lib/now-playing/testing/made";

/** Somebody who looks at the page from one moment to another (epoch ms), without a break. */
export interface Visitor {
  readonly from: number;
  readonly to: number;
}

const VISIT_MS = 2 * MINUTE;

/** Most visits come between eight in the morning and midnight, the others at any hour of the night. */
const BY_DAY = 0.9;
const MORNING_MS = 8 * HOUR;

/** So many visits a day of two minutes each, at random times; `from` is a midnight. */
export function makeVisits(
  perDay: number,
  from: number,
  days: number,
  random: () => number,
): Visitor[] {
  return Array.from({ length: perDay * days }, (_, index) => {
    const isByDay = random() < BY_DAY;
    const hour = isByDay ? MORNING_MS + (DAY - MORNING_MS) * random() : MORNING_MS * random();
    const begin = Math.round(from + Math.floor(index / perDay) * DAY + hour);
    return { from: begin, to: begin + VISIT_MS };
  });
}

/** Tabs that are opened within two minutes, and never closed. */
export function makeOpenTabs(
  tabs: number,
  from: number,
  to: number,
  random: () => number,
): Visitor[] {
  return Array.from({ length: tabs }, (_, index) => ({
    from: index === 0 ? from : Math.round(from + 2 * MINUTE * random()),
    to,
  }));
}
