import { z } from "zod";
import { closeGate, isClosed } from "@/lib/limits/gate";
import type { Store } from "@/lib/store/store";
import { createSharedNote } from "./shared-note";

/** An open gate is remembered this long (ms), so that refusals in a row are known as such. */
const MEMORY_MS = 60 * 60_000;

const schema = z.object({
  kind: z.enum(["rate", "quota"]),
  until: z.number(),
  refusals: z.number(),
});

/** The token endpoint's own gate, one for all instances. */
export interface TokenGate {
  /** Epoch ms at which it opens; undefined when it is open. */
  closedUntil(): Promise<number | undefined>;
  /** Closes it after a 429. Answers when it opens, in epoch ms. */
  close(retryAfterMs: number | undefined): Promise<number>;
}

export function createTokenGate(store: Store, now: () => number): TokenGate {
  const note = createSharedNote(store, "connection/gate", schema);
  return {
    async closedUntil() {
      const gate = await note.read();
      return isClosed(gate, now()) ? gate.until : undefined;
    },
    async close(retryAfterMs) {
      const gate = closeGate(await note.read(), { kind: "rate", retryAfterMs }, now());
      await note.write(gate, gate.until - now() + MEMORY_MS);
      return gate.until;
    },
  };
}
