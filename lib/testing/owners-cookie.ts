import { z } from "zod";
import { createSeal } from "@/lib/connection/seal";
import { createSealedNote } from "@/lib/owner/sealed-note";
import { Secret } from "@/lib/secret";

const HOUR = 60 * 60_000;

/** The `Cookie` of an owner who is signed in, under the names of http and of https. */
export function makeOwnersCookie(secret: string, userId: string, now: () => number): string {
  const schema = z.object({ userId: z.string() });
  const note = createSealedNote(createSeal(new Secret(secret)), "owner/session", schema, now);
  const value = note.write({ userId }, HOUR);
  return `liner-notes-session=${value}; __Host-liner-notes-session=${value}`;
}
