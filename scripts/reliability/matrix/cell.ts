import type { StoreKind } from "@/scripts/reliability/site/open-place";
import type { Trouble } from "./troubles";

/**
 * What the site was at when the trouble came. `known`: with a last good reading, the next one due.
 * `refreshing`: as before, with the access token at its end, and being renewed. `rotating`: as before,
 * where Spotify ends the old refresh token as it sends the new one.
 */
export const SITUATIONS = ["cold", "known", "refreshing", "rotating"] as const;
export type Situation = (typeof SITUATIONS)[number];

/** How it plays again: by itself, or after one sign-in of the owner's, where the owner was told to. */
export type Recovery = "by itself" | "sign-in" | "none";

/** One trouble, in one situation, on one store. */
export interface Cell {
  readonly host: Trouble["host"];
  readonly trouble: string;
  readonly situation: Situation;
  readonly store: StoreKind;
  /** What visitors were told, in the contract's words; several where it changed meanwhile. */
  readonly told: readonly string[];
  readonly slowestMs: number;
  readonly calls: { readonly token: number; readonly api: number };
  readonly recovery: Recovery;
  /** Virtual ms from the end of the trouble to the next good reading. */
  readonly recoveredAfterMs: number;
  /** What did not go as it has to, a sentence each. */
  readonly problems: readonly string[];
}
