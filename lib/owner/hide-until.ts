const HOUR_MS = 60 * 60_000;

/** Epoch ms of the next midnight in a time zone. */
function nextMidnight(now: number, timeZone: string): number {
  const day = dayOf(now, timeZone);
  // The day is found hour by hour, as some are 23 or 25 of them long; then to the minute.
  let end = now;
  while (dayOf(end, timeZone) === day) end += HOUR_MS;
  end -= HOUR_MS;
  while (dayOf(end, timeZone) === day) end += 60_000;
  return end - (end % 60_000);
}

function dayOf(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(time);
}

/** The owner's ways of hiding the music. */
export const HIDINGS = {
  "hide-2-hours": (now: number) => now + 2 * HOUR_MS,
  "hide-until-tomorrow": nextMidnight,
} as const satisfies Record<string, (now: number, timeZone: string) => number>;
