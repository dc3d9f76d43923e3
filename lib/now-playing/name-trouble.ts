import type { Meter } from "./meter";
import type { Trouble } from "./publish";
import { HeldBack, SourceFailure } from "./source";

/** A failed reading in the contract's words. A host that wants to be left alone closes the gate. */
export async function nameTrouble(error: unknown, meter: Pick<Meter, "refuse">): Promise<Trouble> {
  if (error instanceof HeldBack) return { reason: "rate_limited", retryAt: error.until };
  if (!(error instanceof SourceFailure)) return { reason: "unreachable" };
  const { reason, details, message } = error;
  if (details.refusal === undefined) return { reason, retryAt: details.retryAt, message };
  const gate = await meter.refuse(details.refusal);
  return { reason, retryAt: gate.until, message };
}
