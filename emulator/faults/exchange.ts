import type { ServerResponse } from "node:http";
import type { Answer } from "@/emulator/http/answer";

export const faultHosts = ["accounts", "api", "images"] as const;
export type FaultHost = (typeof faultHosts)[number];

/** A request that is to be spoilt. */
export interface Exchange {
  readonly host: FaultHost;
  readonly response: ServerResponse;
  readonly now: number;
  readonly retryAfterSeconds: number | undefined;
  /** What would have been answered. Calling it has its effects: a code is used up, a token rotated. */
  readonly honest: () => Promise<Answer>;
  /** A sound answer about a song (or about tokens), for when the honest one has nothing to spoil. */
  readonly sample: () => Answer;
  /** Aborts when the client leaves or the emulator closes. */
  readonly gone: AbortSignal;
}

export interface Fault {
  readonly id: string;
  readonly label: string;
  readonly hosts: readonly FaultHost[];
  readonly play: (exchange: Exchange) => void | Promise<void>;
}
