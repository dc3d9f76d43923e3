import { json } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";

/** The Web API's error is an object; that of the accounts host is a string. */
export function apiError(
  status: number,
  message: string,
  extra: Record<string, string> = {},
): Answer {
  return json(status, { error: { status, message, ...extra } });
}
