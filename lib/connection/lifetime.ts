import { say, sayDay } from "@/lib/telling/say";
import type { Sentence } from "@/lib/telling/say";

const DAY_MS = 24 * 60 * 60_000;

/**
 * A refresh token ends six months after the sign-in, whatever one does. Spotify does not say whether
 * months of the calendar are meant, so 180 days, the earliest reading, count.
 *
 * @see https://developer.spotify.com/blog/2026-06-18-refresh-token-expiration
 */
const LIFETIME_MS = 180 * DAY_MS;

/** Days before the end at which the owner is warned; 0 is the end itself. */
const WARNING_DAYS = [30, 7, 1, 0] as const;
export type WarningDay = (typeof WARNING_DAYS)[number];

/** Epoch ms at which the connection ends. */
export function connectionEndsAt(connectedAt: number): number {
  return connectedAt + LIFETIME_MS;
}

/** Whole days that are left, rounded up; 0 when it has ended. */
export function daysLeft(connectedAt: number, now: number): number {
  return Math.max(0, Math.ceil((connectionEndsAt(connectedAt) - now) / DAY_MS));
}

/** The latest warning that is due at `now`; undefined while more than 30 days are left. */
export function dueWarning(connectedAt: number, now: number): WarningDay | undefined {
  const left = connectionEndsAt(connectedAt) - now;
  return WARNING_DAYS.findLast((days) => left <= days * DAY_MS);
}

/** The warning in words, with what to do. */
export function describeWarning(warning: WarningDay, connectedAt: number): Sentence {
  const end = sayDay(connectionEndsAt(connectedAt));
  const remedy = say`Sign in again at /owner, or run \`npm run connect\`.`;
  return warning === 0
    ? say`The connection to Spotify ended on ${end}, six months after the sign-in. ${remedy}`
    : say`The connection to Spotify ends on ${end}: ${warning === 1 ? say`1 day is` : say`${warning} days are`} left at most. ${remedy}`;
}
