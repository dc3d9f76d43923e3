import type { Console } from "@/lib/owner/view";

/** How the connection stands, in the one word that the page is headed by. */
export type Standing =
  | { readonly type: "counting"; readonly days: number }
  | { readonly type: "ended" | "not_connected" | "reauthorize" | "misconfigured" | "unknown" };

/** At so many days the owner is asked to reconnect. */
const SOON_DAYS = 30;

/** What the page is headed by: what is broken before what is counted. */
export function readStanding({ state, daysLeft }: Console["connection"]): Standing {
  if (state === "not_connected" || state === "misconfigured") return { type: state };
  if (daysLeft === 0) return { type: "ended" };
  if (state === "reauthorize") return { type: "reauthorize" };
  return daysLeft === undefined ? { type: "unknown" } : { type: "counting", days: daysLeft };
}

/** Whether to reconnect is the thing to do now. */
export function isReconnectDue(standing: Standing): boolean {
  switch (standing.type) {
    case "counting":
      return standing.days <= SOON_DAYS;
    case "misconfigured":
      return false;
    default:
      return true;
  }
}
