import type { Refusal } from "@/lib/limits/gate";
import type { Sentence } from "@/lib/telling/say";
import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { History } from "./history";
import type { Item, Reading } from "./model";
import type { UnavailableReason } from "./wire";

/** What a reading may ask of its engine. */
export interface ReadingRequest {
  /** Awaited before every counted call; throws {@link HeldBack} where no call may be made. */
  readonly permit: () => Promise<void>;
  /** Told of a refusal (429) that does not fail the reading; one that does is a {@link SourceFailure}. */
  readonly refuse: (refusal: Refusal) => Promise<void>;
  /** Nothing is known of the last item heard: a source that can look it up should. */
  readonly needsLastHeard: boolean;
  /** Epoch ms: what was read up to then is forgotten, and not to be taken from memory; absent: nothing is. */
  readonly forgottenUpTo?: number;
  /**
   * Whether an item may be told of; absent: any may. One that may not is to cost no other calls than
   * silence does, or the pace of readings would tell of it.
   *
   * @param heardAt epoch ms up to which it was heard; absent for what is on now
   */
  readonly mayTell?: (item: Item, heardAt?: number) => boolean;
}

/** Where the music is read from. Nothing above it knows whose it is. */
export interface Source {
  /** Most calls in any 24 hours. */
  readonly dailyBudget: number;
  /** @throws {SourceFailure} {HeldBack} */
  read(request: ReadingRequest): Promise<Reading>;
  /** What was heard before, where it can be asked for that; its readings fail like the others. */
  readonly history?: History;
}

interface SourceFailureDetails {
  /** Epoch ms before which asking again is pointless; the source itself keeps to it. */
  readonly retryAt?: number | undefined;
  /** The host wants to be left alone. */
  readonly refusal?: Refusal;
  readonly cause?: unknown;
}

/** A reading that failed, and why, in the contract's words. */
export class SourceFailure extends ExplainedError {
  override readonly name = "SourceFailure";

  constructor(
    readonly reason: UnavailableReason,
    message: Sentence,
    readonly details: SourceFailureDetails = {},
  ) {
    super(message, { cause: details.cause });
  }
}

/** A call that was not made: the gate is closed, the budget is spent, nobody is to look now, or another did. */
export class HeldBack extends ExplainedError {
  override readonly name = "HeldBack";

  constructor(
    readonly by: "gate" | "budget" | "curtain" | "turn",
    /** Epoch ms from which calls may be made again; Infinity where nobody can say. */
    readonly until: number,
  ) {
    const when = until < Infinity ? say`before ${new Date(until)}` : say`at all`;
    super(say`No call may be made ${when} (${by}).`);
  }
}
