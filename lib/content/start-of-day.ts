const HOUR_MS = 60 * 60_000;

/**
 * The moment at which a day begins where the author lives: what is dated so is never in the future of
 * its readers.
 *
 * @param date `YYYY-MM-DD`
 * @param timeZone IANA name
 */
export function startOfDay(date: string, timeZone: string): Date {
  const utc = Date.parse(`${date}T00:00:00Z`);
  // Clocks may be changed between the two midnights: the second look is from within a day of the right one.
  const near = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(near, timeZone));
}

/** How far a zone's clocks are ahead of UTC, in ms. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = parts.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const ahead = Number(hours) * HOUR_MS + (Number(minutes) * HOUR_MS) / 60;
  return sign === "-" ? -ahead : ahead;
}
