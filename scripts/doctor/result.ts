import { findings } from "./findings";
import type { FindingCode } from "./findings";

/** What was looked at, in the order in which it is told. */
export type Check =
  | "Node"
  | "environment"
  | "redirect URI"
  | "store"
  | "hosts"
  | "clock"
  | "client"
  | "refresh token"
  | "six months"
  | "scopes"
  | "account"
  | "app"
  | "limits"
  | "music"
  | "budget";

/** One line of the doctor's. None of it is secret. */
export interface Result {
  readonly check: Check;
  readonly level: "ok" | "warning" | "failed" | "not checked";
  /** What was seen, or why nothing was. */
  readonly detail?: string | undefined;
  readonly code?: FindingCode;
  readonly cause?: string;
  readonly fix?: string;
}

export function pass(check: Check, detail: string): Result {
  return { check, level: "ok", detail };
}

export function find(check: Check, code: FindingCode, detail?: string): Result {
  const { level, cause, fix } = findings[code];
  return { check, level, code, detail, cause, fix };
}

export function leaveOut(check: Check, because: string): Result {
  return { check, level: "not checked", detail: because };
}
