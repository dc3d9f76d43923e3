/**
 * A reading time as the back of a sleeve sets a running time: `0:42`, `7:42`, `1:02:03`.
 *
 * @param seconds whole seconds, 0 or more
 */
export function formatRunningTime(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}
