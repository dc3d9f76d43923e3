import { endOf } from "./model";
import type { Heard, Truth } from "./model";
import { UNCONFIRMED_MS } from "./publish";

/**
 * What was heard last before a moment at which nobody looks any further: what played then was heard
 * until then, or until its end. What was heard later only is left out.
 */
export function heardUntil(truth: Truth, moment: number): Heard | undefined {
  const { current, lastHeard, asOf } = truth;
  if (current.state === "playing") {
    const { item, startedAt } = current;
    if (startedAt >= moment) return undefined;
    // A song of unknown length is believed only so long.
    const lastSign = moment - asOf > UNCONFIRMED_MS.endless ? asOf : moment;
    return { item, playedAt: Math.min(endOf(current) ?? lastSign, moment) };
  }
  if (current.state === "paused" && current.heardAt !== undefined) {
    return before(moment, { item: current.item, playedAt: current.heardAt });
  }
  return before(moment, lastHeard);
}

function before(moment: number, heard: Heard | undefined): Heard | undefined {
  return heard && heard.playedAt <= moment ? heard : undefined;
}
