import { connectionEndsAt, daysLeft, dueWarning } from "@/lib/connection/lifetime";
import { describeDay, describeMoment } from "@/scripts/terminal/words";
import type { Facts, TokenFacts } from "./facts";
import { find, leaveOut, pass } from "./result";
import type { Result } from "./result";

/** Why Spotify was not asked for a token. */
function whyNotAsked({ environment, hosts = [] }: Facts): string {
  if (environment.problems.length > 0) return "the environment has to be mended first";
  return hosts.some(({ trouble }) => trouble !== undefined)
    ? "Spotify's accounts host has to be reached first"
    : "the store, which may hold the sign-in, has to be mended first";
}

export function judgeClient(facts: Facts): Result {
  const check = "client";
  const outcome = facts.token?.outcome;
  switch (outcome?.type) {
    case undefined:
      return leaveOut(check, whyNotAsked(facts));
    case "invalid_client":
      return find(check, "invalid_client", describeProbe(outcome.probeAt));
    case "granted":
    case "invalid_grant":
      return pass(check, "Spotify knows it");
    case "not_connected":
    case "disconnected":
      if (outcome.client === "refused") return find(check, "invalid_client");
      return outcome.client === "known"
        ? pass(check, "Spotify knows it")
        : leaveOut(check, "Spotify gave no answer");
    default:
      return leaveOut(check, "Spotify's token endpoint gave no answer");
  }
}

export function judgeRefreshToken(facts: Facts): Result[] {
  const { token } = facts;
  if (token === undefined) return [leaveOut("refresh token", whyNotAsked(facts))];
  const result = judgeOutcome(token);
  return token.isSealedOtherwise ? [result, find("refresh token", "secret_changed")] : [result];
}

function judgeOutcome({ outcome, unkept }: TokenFacts): Result {
  const check = "refresh token";
  switch (outcome.type) {
    case "granted":
      if (unkept === "lost") return find(check, "token_unsaved");
      if (unkept === "written") return find(check, "token_moved");
      return pass(check, "was traded for an access token");
    case "invalid_client":
      return leaveOut(check, "the client is refused");
    case "invalid_grant":
      return find(check, "invalid_grant", describeProbe(outcome.probeAt));
    case "rate_limited": {
      const { until } = outcome;
      const detail = until === undefined ? undefined : `Until ${describeMoment(until)}.`;
      return find(check, "token_rate_limited", detail);
    }
    case "failing":
      return find(check, "token_endpoint_fails", outcome.message);
    default:
      return find(check, outcome.type);
  }
}

function describeProbe(probeAt: number | undefined): string | undefined {
  return probeAt === undefined
    ? undefined
    : `So it was lately; Spotify is asked again from ${describeMoment(probeAt)} on.`;
}

export function judgeLifetime({ token, now }: Facts): Result {
  const check = "six months";
  if (token === undefined) return leaveOut(check, "the connection was not looked at");
  if (isGone(token)) return leaveOut(check, "nobody has signed in");
  const { authorizedAt } = token;
  if (authorizedAt === undefined) return find(check, "connected_at_unknown");
  const end = describeDay(connectionEndsAt(authorizedAt));
  const warning = dueWarning(authorizedAt, now);
  if (warning === 0) return find(check, "six_months_over", `They ended on ${end}.`);
  const days = daysLeft(authorizedAt, now);
  const left = `${days} day${days === 1 ? "" : "s"} left, until ${end}`;
  return warning === undefined ? pass(check, left) : find(check, "ends_soon", left);
}

function isGone({ outcome }: TokenFacts): boolean {
  return outcome.type === "not_connected" || outcome.type === "disconnected";
}
