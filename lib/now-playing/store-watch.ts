import type { Log } from "@/lib/telling/events";
import { explain } from "@/lib/telling/explained-error";
import { say } from "@/lib/telling/say";

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

export function createStoreWatch(log: Log): StoreWatch {
  let fails = false;
  let failures = 0;

  function note(isStored: boolean): void {
    if (fails && isStored) log.info(say`The store works again.`, "store_back");
    fails = !isStored;
  }

  return {
    fails: () => fails,
    onFailure(error) {
      failures += 1;
      if (fails) return;
      fails = true;
      log.warn(say`The store failed; going on from memory. ${explain(error)}`, "store_failed");
    },
    onStored: note,
    async look(look, keep) {
      const before = failures;
      await look();
      // A store that is back is found to work without waiting for a reading.
      if (fails && failures === before) note(await keep());
    },
  };
}
