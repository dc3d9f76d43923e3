import { client } from "./client";
import type { Call } from "@/emulator/http/call";

export type ClientVerdict =
  { readonly publicClient: boolean } | { readonly refused: string | undefined };

/** HTTP Basic, credentials in the body, or (PKCE) the client id alone. */
export function authenticateClient(call: Call, form: URLSearchParams): ClientVerdict {
  const header = call.authorization;
  if (header === undefined) {
    const id = form.get("client_id");
    const secret = form.get("client_secret");
    return secret === null ? judgeId(id) : judgeSecret(id, secret);
  }
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(header)?.[1];
  // Spotify answers credentials that are not base64 with the bare error.
  if (encoded === undefined) return { refused: undefined };
  const [id, secret] = splitCredentials(Buffer.from(encoded, "base64").toString("utf8"));
  return secret === undefined ? { refused: undefined } : judgeSecret(id, secret);
}

function judgeId(id: string | null): ClientVerdict {
  return id === client.id ? { publicClient: true } : { refused: "Invalid client" };
}

function judgeSecret(id: string | null | undefined, secret: string): ClientVerdict {
  if (id !== client.id) return { refused: "Invalid client" };
  return secret === client.secret ? { publicClient: false } : { refused: "Invalid client secret" };
}

// RFC 6749, section 2.3.1: both halves are form-urlencoded before they are joined.
function splitCredentials(credentials: string): [string | undefined, string | undefined] {
  const colon = credentials.indexOf(":");
  if (colon === -1) return [undefined, undefined];
  return [decodeForm(credentials.slice(0, colon)), decodeForm(credentials.slice(colon + 1))];
}

function decodeForm(value: string): string {
  return new URLSearchParams(`v=${value.replaceAll("&", "%26")}`).get("v") ?? "";
}
