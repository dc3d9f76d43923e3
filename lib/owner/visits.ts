import { z } from "zod";
import type { Seal } from "@/lib/connection/seal";
import { eraseCookie, readCookie, writeCookie } from "./cookies";
import type { CookieName } from "./cookies";
import { homeOf } from "./origins";
import type { RequestHeaders, Whereabouts } from "./origins";
import { createSealedNote } from "./sealed-note";

/** How long the owner stays signed in, in ms. */
const SESSION_MS = 60 * 60_000;

/** How long the browser is remembered in which the owner has signed in, in ms: until after the next time. */
const KNOWN_MS = 400 * 24 * 60 * 60_000;

const sessionSchema = z.object({ userId: z.string() });

interface VisitOptions extends Whereabouts {
  /** None: nobody can be known again. */
  readonly seal: Seal | undefined;
  readonly ownerId: () => string | undefined;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Who comes, by the cookies that the browser brings. */
export interface Visits {
  isOwner(headers: RequestHeaders): boolean;
  /** The owner has signed in with this browser before: the limits on strangers do not hold for it. */
  isKnown(headers: RequestHeaders): boolean;
  read(headers: RequestHeaders, name: CookieName): string | undefined;
  write(headers: RequestHeaders, name: CookieName, value: string, maxAgeMs: number): string;
  erase(headers: RequestHeaders, name: CookieName): string;
  /** The cookies by which the owner is known for an hour, and the browser until the next time. */
  welcome(headers: RequestHeaders, userId: string): string[];
}

export function createVisits(options: VisitOptions): Visits {
  const { seal, ownerId, now } = options;
  const known = seal && createSealedNote(seal, "owner/known", sessionSchema, now);
  const sessions = seal && createSealedNote(seal, "owner/session", sessionSchema, now);
  const isSecure = (headers: RequestHeaders) => homeOf(options, headers)?.protocol === "https:";
  const read = (headers: RequestHeaders, name: CookieName) =>
    readCookie(headers.get("cookie"), name, isSecure(headers));
  const write = (headers: RequestHeaders, name: CookieName, value: string, maxAgeMs: number) =>
    writeCookie(name, value, { isSecure: isSecure(headers), maxAgeMs });

  const isOf = (note: typeof sessions, name: CookieName, headers: RequestHeaders): boolean => {
    const owner = ownerId();
    // Another owner in the environment ends the sessions of the one before.
    return owner !== undefined && note?.read(read(headers, name))?.userId === owner;
  };

  return {
    read,
    write,
    erase: (headers, name) => eraseCookie(name, isSecure(headers)),
    isOwner: (headers) => isOf(sessions, "session", headers),
    isKnown: (headers) => isOf(known, "known", headers),
    welcome: (headers, userId) => [
      write(headers, "session", sessions?.write({ userId }, SESSION_MS) ?? "", SESSION_MS),
      write(headers, "known", known?.write({ userId }, KNOWN_MS) ?? "", KNOWN_MS),
    ],
  };
}
