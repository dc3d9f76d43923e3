import { NEEDED_SCOPE, RECENT_SCOPE } from "@/lib/connection/scopes";
import { describeMoment, describeSpan, printable } from "@/scripts/terminal/words";
import type { ApiTrouble, Facts } from "./facts";
import type { FindingCode } from "./findings";
import { find, leaveOut, pass } from "./result";
import type { Check, Result } from "./result";

/** Which line a trouble belongs to, and what it is. */
function place(trouble: ApiTrouble): { readonly check: Check; readonly code: FindingCode } {
  if (trouble.type === "held_back") {
    const codes = {
      rate: "rate_limited",
      quota: "quota_exceeded",
      budget: "budget_spent",
    } as const;
    return { check: "limits", code: codes[trouble.by] };
  }
  const { code, message } = trouble;
  switch (code) {
    case "permissions_missing":
      return { check: "scopes", code: "insufficient_scope" };
    case "unauthorized":
      return { check: "account", code: "token_refused" };
    case "forbidden":
      // Of a refusal only its sentence tells which it is.
      if (message.includes("Premium")) return { check: "app", code: "premium_missing" };
      if (message.includes("User Management")) return { check: "app", code: "user_not_registered" };
      return { check: "app", code: "forbidden" };
    case "rate_limited":
    case "quota_exceeded":
      return { check: "limits", code };
    default:
      return { check: "music", code: "spotify_fails" };
  }
}

function describe(trouble: ApiTrouble, now: number): string | undefined {
  const { until } = trouble;
  if (until !== undefined && until < Infinity) {
    return `Until ${describeMoment(until)}, for ${describeSpan(until - now)}.`;
  }
  return trouble.type === "failed" && place(trouble).check === "music"
    ? trouble.message
    : undefined;
}

/** Scopes, account, app, limits and what plays: what the Web API has to say. */
export function judgeApi(facts: Facts): Result[] {
  const trouble = facts.api?.trouble;
  const placed = trouble && place(trouble);
  const found = trouble && placed && find(placed.check, placed.code, describe(trouble, facts.now));
  const because = whyNotAsked(facts);
  const judge = (check: Check, otherwise: () => Result | undefined) =>
    found?.check === check ? found : (otherwise() ?? leaveOut(check, because));
  const { profile, playing } = facts.api ?? {};
  return [
    judge("scopes", () => judgeScopes(facts)),
    judge("account", () => profile && judgeAccount(profile, facts.environment.ownerId)),
    judge("app", () => (profile ? pass("app", "may ask for this account") : undefined)),
    judge("limits", () => (playing === undefined ? undefined : pass("limits", "none is reached"))),
    judge("music", () => (playing === undefined ? undefined : pass("music", playing))),
  ];
}

function whyNotAsked({ api, token }: Facts): string {
  if (api?.trouble) return `see ${place(api.trouble).check}`;
  return token?.outcome.type === "granted"
    ? "Spotify's API has to be reached first"
    : "there is no access token";
}

function judgeScopes({ token, api }: Facts): Result | undefined {
  if (token?.outcome.type !== "granted") return undefined;
  const { scopes } = token;
  if (scopes === undefined) {
    return api?.playing === undefined ? undefined : pass("scopes", "Spotify did not name them");
  }
  if (!scopes.includes(NEEDED_SCOPE)) return find("scopes", "insufficient_scope");
  return pass(
    "scopes",
    scopes.includes(RECENT_SCOPE)
      ? `${NEEDED_SCOPE}, ${RECENT_SCOPE}`
      : `${NEEDED_SCOPE}; without ${RECENT_SCOPE} the last song is known from when it is first heard`,
  );
}

function judgeAccount(
  { id, name }: { readonly id: string; readonly name: string },
  ownerId: string | undefined,
): Result {
  const who = `${printable(name)} (${printable(id)})`;
  const isOther = ownerId !== undefined && ownerId !== id;
  return isOther ? find("account", "other_account", `It is ${who}.`) : pass("account", who);
}

export function judgeBudget({ budget }: Facts): Result {
  if (budget === undefined) return leaveOut("budget", "the store was not looked at");
  const { limit, remaining } = budget;
  return pass("budget", `${limit - remaining} of ${limit} calls spent in the last 24 hours`);
}
