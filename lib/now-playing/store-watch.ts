import { describeError } from "./describe-error";

/** Whether the store works, as far as its use has shown. */
export interface StoreWatch {
  /** The store failed, and nothing could be written since. */
  fails(): boolean;
  /** Notes a failure; says the first of a row. */
  onFailure(error: unknown): void;
  /** Notes whether the store could keep something. */
  onStored(isStored: boolean): void;
  /** Looks into the store; where it has failed before and does no more, brings it up to date. */
  look(look: () => Promise<unknown>, keep: () => Promise<boolean>): Promise<void>;
}

export function createStoreWatch(warn: (message: string) => void): StoreWatch {
  let fails = false;
  let failures = 0;

  return {
    fails: () => fails,
    onFailure(error) {
      failures += 1;
      if (!fails) warn(`The store failed; going on from memory. ${describeError(error)}`);
      fails = true;
    },
    onStored: (isStored) => (fails = !isStored),
    async look(look, keep) {
      const before = failures;
      await look();
      // A store that is back is found to work without waiting for a reading.
      if (fails && failures === before) fails = !(await keep());
    },
  };
}
