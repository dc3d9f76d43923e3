import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Secret } from "@/lib/secret";

const FORMAT = "v1.";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals texts so that a stolen store tells nothing, and a changed one is noticed. */
export interface Seal {
  /** @param context what the text is; it opens only under the same one */
  close(text: string, context: string): string;
  /** The text, or undefined where it was sealed with another secret, for another context, or changed. */
  open(sealed: string, context: string): string | undefined;
}

/**
 * AES-256-GCM under a key derived from the secret (HKDF-SHA-256, RFC 5869).
 *
 * @param secret SESSION_SECRET, at least 32 characters
 */
export function createSeal(secret: Secret): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret.reveal(), "", "liner-notes/connection", 32));
  return {
    close(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]);
      return FORMAT + sealed.toString("base64url");
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.slice(FORMAT.length), "base64url");
      // Node skips characters that are no base64url, and bits beyond the last byte.
      const isIntact = sealed === FORMAT + bytes.toString("base64url");
      if (!isIntact || bytes.length < IV_BYTES + TAG_BYTES) return undefined;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = bytes.subarray(IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
