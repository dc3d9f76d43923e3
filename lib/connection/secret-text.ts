import { z } from "zod";
import { Secret } from "@/lib/secret";

/**
 * A secret as it stands in a text that is about to be sealed, or was just opened. Such a text is written
 * with `z.encode`: a plain `JSON.stringify` would write that it is a secret, and lose it.
 */
export const secretText = z.codec(z.string().min(1), z.instanceof(Secret), {
  decode: (text) => new Secret(text),
  encode: (secret) => secret.reveal(),
});
