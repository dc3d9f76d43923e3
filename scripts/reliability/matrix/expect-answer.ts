import type { NowPlaying } from "@/lib/now-playing/wire";
import { toldCold } from "@/lib/testing/told-cold";
import type { Situation } from "./cell";
import type { Trouble } from "./troubles";

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
  return nameAnswer(body) === toldCold(trouble.host, trouble.id);
}
