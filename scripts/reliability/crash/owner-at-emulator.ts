import { z } from "zod";
import type { Emulator } from "@/emulator/server";
import { createConnection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import { Secret } from "@/lib/secret";
import type { Store } from "@/lib/store/store";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import { keepCredentials } from "@/lib/testing/keep-credentials";

export const SECRET = "a secret of more than thirty-two characters";

const REDIRECT_URI = "http://127.0.0.1/owner/callback";
const SCOPE = "user-read-currently-playing";

const answer = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
});

/** The owner signs in at the emulator, and what comes of it is kept in the store. @throws when it is not */
export async function signInOwner({ url, credentials }: Emulator, store: Store): Promise<void> {
  const query = new URLSearchParams({
    client_id: credentials.clientId,
    response_type: "code",
    redirect_uri: REDIRECT_URI,
    scope: SCOPE,
    decision: "agree",
  });
  const decided = await fetch(`${url}/authorize/decide`, {
    method: "POST",
    body: query,
    redirect: "manual",
  });
  const code = new URL(decided.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const basic = btoa(`${credentials.clientId}:${credentials.clientSecret}`);
  const granted = await fetch(`${url}/api/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: REDIRECT_URI,
    }),
  });
  const tokens = answer.parse(await granted.json());
  const now = Date.now();
  const connection = createConnection({
    hosts: { accountsUrl: url, apiUrl: url },
    credentials: keepCredentials(credentials),
    environment: keepCredentials(credentials),
    store,
    seal: createSeal(new Secret(SECRET)),
    log: SILENT_LOG,
  });
  const problem = await connection.connect({
    refreshToken: new Secret(tokens.refresh_token),
    accessToken: new Secret(tokens.access_token),
    accessExpiresAt: now + tokens.expires_in * 1000,
    authorizedAt: now,
    scopes: [SCOPE],
  });
  if (problem !== undefined) throw new Error(problem);
}
