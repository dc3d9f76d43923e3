import { absolute } from "@/lib/site/absolute";
import { acceptsSignIn, originOf, registeredRedirectUri } from "./origins";
import type { RequestHeaders } from "./origins";
import { REFUSALS } from "./refusal";
import type { Door, MissingVariable, Notice } from "./view";

interface DoorFacts {
  readonly now: number;
  readonly headers: RequestHeaders;
  readonly home: URL | undefined;
  readonly basePath: string;
  readonly accountsUrl: string;
  readonly missing: readonly MissingVariable[];
  readonly claims: boolean;
  readonly notice: Door["notice"];
}

/** Where one signs in, for the page. */
export function describeDoor(facts: DoorFacts): Door {
  const { now, headers, home, basePath, accountsUrl, missing, claims, notice } = facts;
  const here = originOf(headers);
  const isElsewhere = home !== undefined && here !== undefined && here.host !== home.host;
  return {
    now,
    missing,
    claims,
    redirectUri: home
      ? registeredRedirectUri(home)
      : `https://<your site>${basePath}/owner/callback`,
    isInsecure: home === undefined || !acceptsSignIn(home),
    elsewhere: isElsewhere ? absolute(home, "/owner") : undefined,
    notice,
    accountsUrl,
  };
}

const NOTICES: readonly Notice[] = [...REFUSALS, "session", "not_found"];

/** What an earlier step left in the page's query; anything else in it counts for nothing. */
export function readNotice(query: URLSearchParams): Door["notice"] {
  const name = NOTICES.find((notice) => notice === query.get("notice"));
  if (name === undefined) return undefined;
  const until = query.get("until") ?? "";
  return { name, retryAt: /^\d{1,15}$/.test(until) ? Number(until) : undefined };
}
