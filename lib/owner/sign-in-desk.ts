import { createHash } from "node:crypto";
import { z } from "zod";
import type { Connection } from "@/lib/connection/connection";
import type { Seal } from "@/lib/connection/seal";
import type { SignIn, SignedIn } from "@/lib/connection/sign-in";
import { isSignInError } from "@/lib/connection/sign-in-error";
import { HeldBack } from "@/lib/now-playing/source";
import type { Sentence } from "@/lib/telling/say";
import { say } from "@/lib/telling/say";
import { explain } from "@/lib/telling/explained-error";
import type { Log } from "@/lib/telling/events";
import { absolute } from "@/lib/site/absolute";
import type { Store } from "@/lib/store/store";
import { addressOf, createAttemptLimit } from "./attempts";
import { acceptsSignIn, homeOf, originOf, redirectUriOf } from "./origins";
import type { RequestHeaders, Whereabouts } from "./origins";
import { refuse } from "./refusal";
import type { Refused } from "./refusal";
import { createSealedNote } from "./sealed-note";
import { isFromThisMachine } from "./this-machine";

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;

/** As long as Spotify's code is good, in ms. */
export const PENDING_MS = 10 * MINUTE;

const WINDOW_MS = 10 * MINUTE;

export type Beginning =
  | { readonly type: "leave"; readonly to: string; readonly cookie: string }
  /** The owner is at another address of this site than the one Spotify leads back to. */
  | { readonly type: "elsewhere"; readonly page: string }
  | Refused;

export type Ending =
  | {
      readonly type: "signed-in";
      readonly signedIn: SignedIn;
      readonly problem?: Sentence | undefined;
    }
  | Refused;

interface DeskOptions extends Whereabouts {
  readonly signIn: SignIn;
  readonly connection: Pick<Connection, "connect">;
  readonly store: Store;
  readonly seal: Seal;
  readonly scopes: readonly string[];
  /** Why Spotify may not be asked whose account it is, where it may not. */
  readonly heldBack: () => Refused | undefined;
  /** Who may sign in; undefined: nobody. */
  readonly ownerId: () => string | undefined;
  /** Takes whoever signs in first for the owner, where that may be done. */
  readonly claim?: ((signedIn: SignedIn) => Promise<void>) | undefined;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** Where the owner signs in. */
export interface SignInDesk {
  /** @param isKnown the browser is the owner's: no limit on strangers holds */
  begin(headers: RequestHeaders, isKnown: boolean, showDialog: boolean): Promise<Beginning>;
  /**
   * @param cookie what {@link begin} gave the browser
   * @param answer the query with which it came back
   */
  finish(
    headers: RequestHeaders,
    isKnown: boolean,
    cookie: string | undefined,
    answer: URLSearchParams,
  ): Promise<Ending>;
}

const pendingSchema = z.object({
  redirectUri: z.string(),
  state: z.string(),
  codeVerifier: z.string(),
});

/** Only the owner passes, and nothing is stored before it is known who came. */
export function createSignInDesk(options: DeskOptions): SignInDesk {
  const { signIn, connection, store, seal, scopes, ownerId, claim, now, log } = options;
  const { heldBack } = options;
  const pending = createSealedNote(seal, "owner/sign-in", pendingSchema, now);
  const limit = { store, now, windowMs: WINDOW_MS };
  const beginnings = createAttemptLimit({ ...limit, name: "begin", most: { each: 20 } });
  // Fewer: each of them asks Spotify's token endpoint,
  const endings = createAttemptLimit({ ...limit, name: "finish", most: { each: 10, all: 40 } });
  // and, where Spotify knows them, spends one of the day's calls, which are there for the music.
  const day = { store, now, windowMs: DAY_MS };
  const strangers = createAttemptLimit({ ...day, name: "strangers", most: { each: 10, all: 30 } });

  /** An answer counts once, even where Spotify would take its code twice. */
  async function isUsed(state: string): Promise<boolean> {
    const hash = createHash("sha256").update(state).digest("hex").slice(0, 32);
    const options = { expectedVersion: null, ttlMs: PENDING_MS };
    try {
      return (await store.set(`owner/answers/${hash}`, "used", options)) === undefined;
    } catch {
      return false;
    }
  }

  async function receive(signedIn: SignedIn): Promise<Ending> {
    const owner = ownerId();
    if (owner === undefined) await claim?.(signedIn);
    if (signedIn.user.id !== ownerId()) {
      log.warn(
        say`Somebody who is not the owner has tried to sign in; nothing was stored.`,
        "sign_in_refused",
        { refusal: "stranger" },
      );
      return refuse("stranger");
    }
    const problem = await connection.connect(signedIn);
    log.info(say`The owner signed in; the connection begins anew.`, "owner_signed_in");
    if (problem !== undefined)
      log.warn(say`The sign-in could not be stored. ${problem}`, "owner_unsaved");
    return { type: "signed-in", signedIn, problem };
  }

  /** Without an owner only the machine itself may name one. */
  function mayCome(headers: RequestHeaders): boolean {
    return ownerId() !== undefined || (claim !== undefined && isFromThisMachine(headers));
  }

  return {
    async begin(headers, isKnown, showDialog) {
      const home = homeOf(options, headers);
      if (!mayCome(headers)) return refuse("no_owner");
      if (home === undefined || !acceptsSignIn(home)) return refuse("insecure");
      const sender = headers.get("origin") ?? originOf(headers)?.origin;
      if (sender !== home.origin) return { type: "elsewhere", page: absolute(home, "/owner") };
      if (!isKnown) {
        const retryAt = await beginnings.take(addressOf(headers));
        if (retryAt !== undefined) return refuse("too_many", retryAt);
      }
      const held = heldBack();
      if (held) return held;
      const redirectUri = redirectUriOf(home);
      const { url, request } = await signIn.begin({ redirectUri, scopes, showDialog });
      return { type: "leave", to: url.href, cookie: pending.write(request, PENDING_MS) };
    },
    async finish(headers, isKnown, cookie, answer) {
      if (!mayCome(headers)) return refuse("no_owner");
      if (cookie === undefined) return refuse("foreign_answer");
      const request = pending.read(cookie);
      if (request === undefined) return refuse("expired");
      if (answer.get("state") !== request.state) return refuse("foreign_answer");
      if (await isUsed(request.state)) return refuse("used_code");
      if (!isKnown) {
        const address = addressOf(headers);
        const retryAt = (await endings.take(address)) ?? (await strangers.take(address));
        if (retryAt !== undefined) return refuse("too_many", retryAt);
      }
      // Before the code is traded: it can be traded once.
      const held = heldBack();
      if (held) return held;
      try {
        return await receive(await signIn.finish(answer, request));
      } catch (error) {
        return refuseFor(error);
      }
    },
  };

  /** The refusal that an error comes to; whoever runs the site is told more of it. */
  function refuseFor(error: unknown): Refused {
    if (isSignInError(error)) {
      const { code: refusal, message } = error;
      if (refusal !== "access_denied") {
        log.warn(say`A sign-in came to nothing. ${message}`, "sign_in_refused", { refusal });
      }
      return refuse(error.code, error.retryAt);
    }
    if (error instanceof HeldBack) {
      return refuse(error.by === "budget" ? "budget_spent" : "rate_limited", error.until);
    }
    log.warn(say`A sign-in failed. ${explain(error)}`, "sign_in_failed");
    return refuse("failed");
  }
}
