import { describeWarning, dueWarning } from "@/lib/connection/lifetime";
import type { WarningDay } from "@/lib/connection/lifetime";
import type { Tell } from "@/lib/telling/events";

/**
 * Tells 30, 7 and 1 days before the six months of a sign-in are over, and when they are: each once in
 * the life of a process.
 */
export function createReminder(
  tell: Tell,
): (authorizedAt: number | undefined, now: number) => void {
  let told: WarningDay | undefined;
  return (authorizedAt, now) => {
    if (authorizedAt === undefined) return;
    const warning = dueWarning(authorizedAt, now);
    if (warning !== undefined && warning !== told)
      tell(describeWarning(warning, authorizedAt), "warning_told", { daysLeft: warning });
    told = warning;
  };
}
