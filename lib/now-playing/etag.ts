import { createHash } from "node:crypto";

/** A strong validator of a body, quotes included. */
export function tagOf(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
}
