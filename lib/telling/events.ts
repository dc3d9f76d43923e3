import type { Safe, Sentence } from "./say";

/** Everything that is worth a line; README.md says what each of them means. */
export const EVENTS = [
  "started",
  "stopping",
  "cut_short",
  "environment_problem",
  "policy_problem",
  "access_token_refreshed",
  "refresh_token_rotated",
  "refresh_token_unsaved",
  "refresh_token_saved",
  "refresh_refused",
  "connection_unreadable",
  "connection_foreign",
  "gate_closed",
  "gate_opened",
  "budget_low",
  "budget_spent",
  "budget_back",
  "reading_failed",
  "reading_recovered",
  "store_failed",
  "store_back",
  "redis_lost",
  "redis_back",
  "store_file_set_aside",
  "cover_failed",
  "warning_told",
  "webhook_failed",
  "owner_claimed",
  "owner_signed_in",
  "owner_disconnected",
  "owner_unsaved",
  "sign_in_refused",
  "sign_in_failed",
] as const;
export type EventName = (typeof EVENTS)[number];

/** What an event is about. No name of a fact is one of the line's own. */
type SafeFacts<F> = { readonly [K in keyof F]: Safe<F[K]> };

/** Tells of an event: a sentence for people, its name and its facts for machines. */
export type Tell = <const F extends Readonly<Record<string, unknown>> = {}>(
  message: Sentence,
  event: EventName,
  facts?: SafeFacts<F>,
) => void;

/** Where it is told what happened. Neither message nor facts can hold a secret, or a text of others. */
export interface Log {
  readonly info: Tell;
  readonly warn: Tell;
  readonly error: Tell;
}
