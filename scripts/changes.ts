import { within } from "@/lib/store/within";

/** What Ctrl-C waits for a change that is under way, in ms. */
const GRACE_MS = 1_000;

/** What is true of a change when Ctrl-C ends the tool, in a sentence. */
interface Change {
  /** While it is made. */
  readonly during: string;
  /** From then on; what was true before, where nothing of the change stays. */
  readonly after?: string;
}

/** Makes a change; after Ctrl-C none is begun. */
export type MakeChange = <T>(change: Change, work: () => Promise<T>) => Promise<T>;

interface Changes {
  readonly make: MakeChange;
  /** Gives what is under way a moment to come to its end, and says what was changed. */
  settle(): Promise<string>;
}

/**
 * Keeps count of what a tool has changed.
 *
 * @param signal Ctrl-C
 */
export function createChanges(signal: AbortSignal): Changes {
  let truth = "Nothing was changed.";
  let underWay: Promise<unknown> = Promise.resolve();
  return {
    make({ during, after = truth }, work) {
      const make = async () => {
        signal.throwIfAborted();
        truth = during;
        const result = await work();
        truth = after;
        return result;
      };
      const made = make();
      underWay = made;
      return made;
    },
    async settle() {
      await within(underWay, GRACE_MS, () => new Error("Too late.")).catch(() => undefined);
      return truth;
    },
  };
}
