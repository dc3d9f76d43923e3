import type { NowPlaying } from "@/lib/now-playing/wire";
import type { Situation } from "./cell";
import type { Trouble } from "./troubles";

/** What visitors are told of each trouble when nothing was known before: a state, or a reason why not. */
const TOLD_COLD: readonly (readonly [RegExp, string])[] = [
  [/^api (204|empty|wrong-types|deep-nesting)$/, "idle"],
  [/^api hostile-/, "playing"],
  [/^accounts no-refresh-token$/, "playing"],
  [/^clock /, "playing"],
  [/^api (401-|403-scope)/, "reauthorize"],
  [/^accounts invalid_grant/, "reauthorize"],
  [/^api 403-/, "misconfigured"],
  [/^accounts invalid_client/, "misconfigured"],
  [/ 429/, "rate_limited"],
  [/./, "unreachable"],
];

/** The answer in one word, as the contract has it. */
export function nameAnswer(body: NowPlaying): string {
  const word = body.state === "unavailable" ? body.reason : body.state;
  return "stale" in body && body.stale === true ? `${word}, stale` : word;
}

/**
 * Whether an answer is what the contract has for it. With a last good reading nothing makes the site
 * say that nothing is known, but a clock by which that reading is more than a day old.
 */
export function isExpected(body: NowPlaying, situation: Situation, trouble: Trouble): boolean {
  if (situation !== "cold") return body.state !== "unavailable" || trouble.id === "forward-week";
  const name = `${trouble.host} ${trouble.id}`;
  return nameAnswer(body) === TOLD_COLD.find(([pattern]) => pattern.test(name))?.[1];
}
