import { z } from "zod";
import type { Seal } from "@/lib/connection/seal";
import { secretText } from "@/lib/connection/secret-text";
import { createSealedNote } from "./sealed-note";
import type { SealedNote } from "./sealed-note";

/** How long they wait to be shown, in ms. */
export const VARIABLES_MS = 10 * 60_000;

const schema = z.object({ refreshToken: secretText, authorizedAt: z.number() });

/** A sign-in that nothing here can keep: it waits, sealed, in the owner's own browser. */
export type KeptByOwner = z.infer<typeof schema>;

export function createVariablesNote(seal: Seal, now: () => number): SealedNote<KeptByOwner> {
  return createSealedNote(seal, "owner/variables", schema, now);
}

/** The lines to paste where the environment is set. */
export function listVariables({ refreshToken, authorizedAt }: KeptByOwner): string {
  return [
    "# Paste these into the environment variables of your deployment, and deploy again.",
    "# They are shown once: this text is kept nowhere.",
    `SPOTIFY_REFRESH_TOKEN=${refreshToken.reveal()}`,
    `SPOTIFY_CONNECTED_AT=${new Date(authorizedAt).toISOString()}`,
  ].join("\n");
}
