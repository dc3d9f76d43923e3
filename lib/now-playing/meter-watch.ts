import type { Allowance } from "@/lib/limits/budget";
import type { Gate } from "@/lib/limits/gate";
import type { Log } from "@/lib/telling/events";
import { say } from "@/lib/telling/say";

/** A budget of which no more than this is left is low, */
const LOW = 0.1;

/** and is told of anew only after so much was there again. */
const PLENTY = 0.2;

type Level = "plenty" | "low" | "spent";

/**
 * Tells when the budget runs low, is spent, and is back, and when the gate closes and is found open: each
 * once, however many ask meanwhile. What other instances have counted and closed is told here as well.
 *
 * @returns to be called with every new count; the gate while it is closed
 */
export function createMeterWatch(log: Log) {
  let level: Level = "plenty";
  let until: number | undefined;

  function lookAtBudget(allowance: Allowance): void {
    const before = level;
    level = judge(allowance, before);
    if (level === before) return;
    const { remaining, limit } = allowance;
    const facts = { remaining, limit };
    if (level === "spent") {
      log.warn(say`The day's budget of ${limit} calls is spent.`, "budget_spent", facts);
    } else if (before === "spent") {
      log.info(say`The budget has ${remaining} calls again.`, "budget_back", facts);
    } else if (level === "low") {
      log.info(say`The day's budget has ${remaining} of ${limit} calls left.`, "budget_low", facts);
    }
  }

  function lookAtGate(gate: Gate | undefined): void {
    if (gate?.until === until) return;
    until = gate?.until;
    if (gate === undefined) {
      log.info(say`Spotify may be asked again.`, "gate_opened");
      return;
    }
    const facts = { kind: gate.kind, until: new Date(gate.until) };
    log.warn(say`Spotify wants to be left alone until ${facts.until}.`, "gate_closed", facts);
  }

  return (allowance: Allowance, gate: Gate | undefined): void => {
    lookAtBudget(allowance);
    lookAtGate(gate);
  };
}

/** In between it stays what it was: calls come back one by one, and are spent at once. */
function judge({ remaining, limit }: Allowance, before: Level): Level {
  if (remaining <= 0) return "spent";
  if (remaining <= limit * LOW) return before === "spent" ? "spent" : "low";
  if (remaining > limit * PLENTY || before === "plenty") return "plenty";
  return "low";
}
