import { answerAuthorize, answerDecision } from "./accounts/authorize";
import { answerToken } from "./accounts/token";
import { answerControl } from "./control/answer-control";
import type { Control } from "./control/control";
import { renderControlPage } from "./control/page";
import type { FaultHost } from "./faults/exchange";
import { html, text } from "./http/answer";
import type { Answer } from "./http/answer";
import type { Call } from "./http/call";
import type { CounterName } from "./ledger";
import { answerWebApi } from "./web-api/answer-web-api";
import type { World } from "./world";

export interface Route {
  /** Which of Spotify's hosts it stands in for; null for the emulator's own pages, which are neither counted nor spoilt. */
  readonly host: FaultHost | null;
  readonly counter: CounterName;
  /** Faults of the accounts host are for the token endpoint: a person in a browser uses none of them up. */
  readonly faultable: boolean;
  readonly answer: () => Answer | Promise<Answer>;
}

const apiCounters = new Map<string, CounterName>([
  ["/v1/me", "me"],
  ["/v1/me/player/currently-playing", "currentlyPlaying"],
  ["/v1/me/player/recently-played", "recentlyPlayed"],
]);

export function findRoute(world: World, control: Control, call: Call): Route {
  const { method, path } = call;
  if (call.isForeign && (path.startsWith("/control") || path === "/authorize/decide")) {
    return own(() => text(403, "Only this machine's own pages may do that."));
  }
  if (path === "/api/token") return token(() => answerToken(world, call));
  if (path === "/authorize" && method === "GET") return signIn(() => answerAuthorize(world, call));
  if (path === "/authorize/decide" && method === "POST")
    return signIn(() => answerDecision(world, call));
  if (path === "/v1" || path.startsWith("/v1/")) {
    const counter = apiCounters.get(path) ?? "other";
    return { host: "api", counter, faultable: true, answer: () => answerWebApi(world, call) };
  }
  if (path.startsWith("/image/")) return image(async () => answerImage(world, path));
  // For the control page, whose looking must not show in the counters.
  if (path.startsWith("/control/cover/")) return own(async () => answerImage(world, path));
  if (path === "/" || path === "/control") return own(() => html(200, renderControlPage()));
  if (path.startsWith("/control/")) return own(() => answerControl(control, call));
  if (path === "/favicon.ico") return own(() => text(404, "Not found"));
  return signIn(() => text(404, "Not found"));
}

async function answerImage(world: World, path: string): Promise<Answer> {
  const headers = { "Access-Control-Allow-Origin": "*" };
  const picture = await world.covers.print(path.slice(path.lastIndexOf("/") + 1));
  if (picture === undefined) return text(404, "Not found", headers);
  return {
    status: 200,
    headers: { ...headers, "Content-Type": "image/jpeg", "Cache-Control": "public, max-age=86400" },
    body: picture,
  };
}

function token(answer: Route["answer"]): Route {
  return { host: "accounts", counter: "token", faultable: true, answer };
}

function signIn(answer: Route["answer"]): Route {
  return { host: "accounts", counter: "other", faultable: false, answer };
}

function image(answer: Route["answer"]): Route {
  return { host: "images", counter: "image", faultable: true, answer };
}

function own(answer: Route["answer"]): Route {
  return { host: null, counter: "other", faultable: false, answer };
}
