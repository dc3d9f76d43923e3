const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** "at once", "6 s", "16 min", "14 h": rounded up. @param ms 0 or more */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return "at once";
  if (ms < 2 * MINUTE) return `${Math.ceil(ms / SECOND)} s`;
  if (ms < 2 * HOUR) return `${Math.ceil(ms / MINUTE)} min`;
  return `${Math.ceil(ms / HOUR)} h`;
}
