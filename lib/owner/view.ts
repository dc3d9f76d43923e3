import type { ConnectionStatus } from "@/lib/connection/connection-status";
import type { WarningDay } from "@/lib/connection/lifetime";
import type { NowPlaying } from "@/lib/now-playing/wire";
import type { Refusal } from "./refusal";

/** What may be ordered at the console; each is a POST to `/owner/<order>`. */
export const ORDERS = [
  "hide-2-hours",
  "hide-until-tomorrow",
  "show",
  "disconnect",
  "sign-out",
  "variables",
] as const;
export type Order = (typeof ORDERS)[number];

/** Why the owner is told no, on the page. */
export type Notice = Refusal | "session" | "not_found";

/** What has to be set before anybody can sign in. */
export type MissingVariable =
  "SPOTIFY_CLIENT_ID" | "SPOTIFY_CLIENT_SECRET" | "SESSION_SECRET" | "SPOTIFY_OWNER_ID";

/** Where one signs in, and what Spotify has to know of it. */
export interface Door {
  /** Epoch ms. */
  readonly now: number;
  /** Names that have to be set first; empty: one can sign in. */
  readonly missing: readonly MissingVariable[];
  /** Whether the first sign-in makes its account the owner: a development machine without one. */
  readonly claims: boolean;
  /** To be registered in Spotify's dashboard, to the letter. */
  readonly redirectUri: string;
  /** Spotify refuses that address: it is plain http, and not of this machine. */
  readonly isInsecure: boolean;
  /** The page at the address that Spotify leads back to, where that is not this one. */
  readonly elsewhere?: string | undefined;
  readonly notice?: { readonly name: Notice; readonly retryAt?: number | undefined } | undefined;
  /** Where the form of the sign-in may lead, for the page's security policy. */
  readonly accountsUrl: string;
}

/** Everything that the owner wants to know of the connection. Times are epoch ms. */
export interface Console {
  readonly now: number;
  readonly connection: {
    readonly state: ConnectionStatus["state"];
    readonly origin: ConnectionStatus["origin"];
    readonly disconnectedAt: number | undefined;
    readonly connectedAt: number | undefined;
    readonly endsAt: number | undefined;
    readonly daysLeft: number | undefined;
    readonly warning: WarningDay | undefined;
    readonly scopes: readonly string[] | undefined;
  };
  /** What visitors are told now. */
  readonly published: NowPlaying;
  readonly hiddenUntil: number | undefined;
  readonly lastReadingAt: number | undefined;
  readonly budget: {
    readonly limit: number;
    readonly remaining: number;
    /** Calls in each of the last 24 hours, the oldest first. */
    readonly hours: readonly number[];
  };
  readonly gate: { readonly kind: "rate" | "quota"; readonly until: number } | undefined;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly store: {
    readonly kind: "memory" | "file" | "redis";
    readonly durable: boolean;
    readonly shared: boolean;
    readonly works: boolean;
  };
  /** The variables of a sign-in that nothing here can keep wait to be shown, once. */
  readonly hasVariables: boolean;
}

/** The owner's page: the door for everybody, the console for the owner only. */
export interface OwnerPage {
  readonly door: Door;
  readonly console: Console | undefined;
}
