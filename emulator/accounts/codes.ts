import { createHash } from "node:crypto";
import { makeToken } from "@/emulator/ids";

export interface PendingCode {
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** S256 challenge of PKCE. */
  readonly challenge: string | undefined;
}

const lifeMs = 600_000;

/** Authorization codes: good once, for ten minutes. */
export function createCodes(now: () => number) {
  const codes = new Map<string, PendingCode & { readonly expiresAt: number }>();
  const issued: string[] = [];
  return {
    /** Every code that was ever handed out. */
    issued: (): readonly string[] => issued,
    issue(pending: PendingCode): string {
      const code = makeToken("AQ", 150);
      issued.push(code);
      codes.set(code, { ...pending, expiresAt: now() + lifeMs });
      return code;
    },
    take(code: string): PendingCode | "expired" | undefined {
      const found = codes.get(code);
      codes.delete(code);
      if (found === undefined) return undefined;
      return found.expiresAt <= now() ? "expired" : found;
    },
  };
}

export type Codes = ReturnType<typeof createCodes>;

export function verifierFits(verifier: string, challenge: string): boolean {
  return createHash("sha256").update(verifier).digest("base64url") === challenge;
}
