import { z } from "zod";
import type { Seal } from "@/lib/connection/seal";
import { parseJson } from "@/lib/store/parse-json";

/** Something that a browser keeps for us, and can neither read nor change. */
export interface SealedNote<T> {
  /** @param lifeMs after which it is worth nothing, whatever the browser does */
  write(content: T, lifeMs: number): string;
  /** Undefined where it was not written by us, was changed, or is too old. */
  read(sealed: string | undefined): T | undefined;
}

/**
 * @param context what the note is: one written for another use does not open
 * @param now epoch ms
 */
export function createSealedNote<T>(
  seal: Seal,
  context: string,
  schema: z.ZodType<T, unknown>,
  now: () => number,
): SealedNote<T> {
  const envelope = z.object({ content: schema, expiresAt: z.number() });
  return {
    write: (content, lifeMs) =>
      seal.close(
        JSON.stringify(z.encode(envelope, { content, expiresAt: now() + lifeMs })),
        context,
      ),
    read(sealed) {
      const text = sealed === undefined ? undefined : seal.open(sealed, context);
      const found = parseJson(envelope, text);
      return found && now() < found.expiresAt ? found.content : undefined;
    },
  };
}
