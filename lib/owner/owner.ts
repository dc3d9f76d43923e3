import type { Connection } from "@/lib/connection/connection";
import type { Seal } from "@/lib/connection/seal";
import type { SignIn, SignedIn } from "@/lib/connection/sign-in";
import { deferSafely } from "@/lib/now-playing/defer";
import type { Defer } from "@/lib/now-playing/defer";
import type { Engine } from "@/lib/now-playing/engine";
import type { Log } from "@/lib/telling/events";
import { at } from "@/lib/site/address";
import type { Store } from "@/lib/store/store";
import { handOver, sayPlainly, sendOn } from "./answers";
import { drawCalendar } from "./calendar";
import { describeConsole } from "./describe-console";
import { describeDoor, readNotice } from "./describe-door";
import { createOrders } from "./obey";
import { homeOf, isOwnPost } from "./origins";
import type { RequestHeaders, Whereabouts } from "./origins";
import { PENDING_MS, createSignInDesk } from "./sign-in-desk";
import type { Refused } from "./refusal";
import { isFromThisMachine } from "./this-machine";
import { VARIABLES_MS, createVariablesNote } from "./variables";
import { ORDERS } from "./view";
import type { Console, MissingVariable, Notice, OwnerPage } from "./view";
import { createVisits } from "./visits";

interface OwnerOptions extends Whereabouts {
  readonly connection: Connection;
  readonly engine: Engine;
  readonly signIn: SignIn;
  readonly store: Store;
  /** None: nobody can sign in. */
  readonly seal: Seal | undefined;
  readonly accountsUrl: string;
  readonly ownerId: () => string | undefined;
  readonly missing: () => readonly MissingVariable[];
  /** Takes whoever signs in first for the owner, where that may be done. */
  readonly claim: ((signedIn: SignedIn) => Promise<void>) | undefined;
  readonly scopes: readonly string[];
  /** The author's, for "until tomorrow". */
  readonly timeZone: string;
  readonly problems: () => Console["problems"];
  readonly calendarWords: { readonly summary: string; readonly description: string };
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** Everything at `/owner`: who comes is looked at here, and nowhere else. */
export interface Owner {
  isOwner(headers: RequestHeaders): boolean;
  page(headers: RequestHeaders, query: URLSearchParams): Promise<OwnerPage>;
  /** `POST /owner/sign-in`: to Spotify. */
  beginSignIn(request: Request): Promise<Response>;
  /** `GET /owner/callback`: back from Spotify. */
  finishSignIn(request: Request, defer: Defer): Promise<Response>;
  /** `POST /owner/<order>`. */
  obey(request: Request, order: string): Promise<Response>;
  /** `GET /owner/calendar.ics`. */
  calendar(request: Request): Promise<Response>;
}

export function createOwner(options: OwnerOptions): Owner {
  const { connection, engine, seal, siteUrl, ownerId, now } = options;
  const pagePath = at("/owner", options.basePath);
  const visits = createVisits(options);
  const variables = seal && createVariablesNote(seal, now);
  const desk = seal && createSignInDesk({ ...options, seal, heldBack });
  const obey = createOrders({ ...options, visits, variables });

  /** Signing in takes a call, and none may be made over gate and budget. */
  function heldBack(): Refused | undefined {
    const { gate, allowance } = engine.status();
    if (gate) return { type: "refused", refusal: "rate_limited", retryAt: gate.until };
    return allowance.remaining > 0 ? undefined : { type: "refused", refusal: "budget_spent" };
  }

  /** Back to the page, with a word on why. */
  function turnAway(notice: Notice, retryAt?: number, cookies: readonly string[] = []): Response {
    const query = new URLSearchParams({ notice });
    if (retryAt !== undefined && retryAt < Infinity) query.set("until", String(retryAt));
    return sendOn(`${pagePath}?${query}`, cookies);
  }

  function refuse({ refusal, retryAt }: Refused, cookies: readonly string[] = []): Response {
    return turnAway(refusal, retryAt, cookies);
  }

  return {
    isOwner: visits.isOwner,
    async page(headers, query) {
      const home = homeOf(options, headers);
      const mayClaim = options.claim !== undefined && isFromThisMachine(headers);
      const door = describeDoor({
        ...options,
        now: now(),
        missing: options.missing(),
        claims: ownerId() === undefined && mayClaim,
        home,
        headers,
        notice: readNotice(query),
      });
      if (!visits.isOwner(headers)) return { door, console: undefined };
      await Promise.all([engine.look(), connection.load()]);
      const { nowPlaying } = await engine.read();
      const console = describeConsole({
        connection: connection.status(),
        engine: engine.status(),
        published: nowPlaying,
        problems: options.problems(),
        store: options.store,
        hasVariables: variables?.read(visits.read(headers, "variables")) !== undefined,
        now: now(),
      });
      return { door, console };
    },

    async beginSignIn(request) {
      const { headers } = request;
      if (!isOwnPost(siteUrl, headers)) return refuseForeignPost();
      const [missing] = options.missing();
      if (missing !== undefined || desk === undefined) return turnAway(noticeOf(missing));
      const showDialog = new URL(request.url).searchParams.has("dialog");
      const beginning = await desk.begin(headers, visits.isKnown(headers), showDialog);
      if (beginning.type === "refused") return refuse(beginning);
      if (beginning.type === "elsewhere") return sendOn(beginning.page);
      const cookie = visits.write(headers, "sign-in", beginning.cookie, PENDING_MS);
      return sendOn(beginning.to, [cookie]);
    },

    async finishSignIn(request, defer) {
      const { headers } = request;
      if (desk === undefined) return turnAway("no_secret");
      const cookie = visits.read(headers, "sign-in");
      const query = new URL(request.url).searchParams;
      const ending = await desk.finish(headers, visits.isKnown(headers), cookie, query);
      // An answer that belongs to no sign-in must not end the one that is under way.
      const isForeign = ending.type === "refused" && ending.refusal === "foreign_answer";
      const cookies = isForeign ? [] : [visits.erase(headers, "sign-in")];
      if (ending.type === "refused") return refuse(ending, cookies);

      const { user, refreshToken, authorizedAt } = ending.signedIn;
      cookies.push(...visits.welcome(headers, user.id));
      if (ending.problem !== undefined && variables) {
        const kept = variables.write({ refreshToken, authorizedAt }, VARIABLES_MS);
        cookies.push(visits.write(headers, "variables", kept, VARIABLES_MS));
      }
      engine.wake();
      // The first reading, so that other instances see that all is well.
      deferSafely(defer, async () => void (await engine.read()));
      return sendOn(pagePath, cookies);
    },

    async obey(request, name) {
      const order = ORDERS.find((order) => order === name);
      if (order === undefined) return sayPlainly(404, "There is no such order.");
      if (!isOwnPost(siteUrl, request.headers)) return refuseForeignPost();
      if (!visits.isOwner(request.headers)) return turnAway("session");
      return obey(order, request.headers);
    },

    async calendar({ headers }) {
      if (!visits.isOwner(headers)) return turnAway("session");
      await connection.load();
      const { authorizedAt } = connection.status();
      const home = homeOf(options, headers);
      if (authorizedAt === undefined || home === undefined) return turnAway("not_found");
      const words = options.calendarWords;
      const text = drawCalendar({ authorizedAt, home, now: now(), words });
      return handOver(text, "text/calendar; charset=utf-8", "reconnect-spotify.ics");
    },
  };
}

function refuseForeignPost(): Response {
  return sayPlainly(403, "This form was not sent by a page of this site. Nothing was changed.");
}

function noticeOf(missing: MissingVariable | undefined): Notice {
  if (missing === "SESSION_SECRET" || missing === undefined) return "no_secret";
  return missing === "SPOTIFY_OWNER_ID" ? "no_owner" : "no_app";
}
