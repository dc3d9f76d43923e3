import { z } from "zod";
import { parseJson } from "./parse-json";

const envelope = z.object({
  format: z.literal(1),
  version: z.string().min(1),
  /** Epoch ms; null: kept until deleted. */
  expiresAt: z.number().nullable(),
  value: z.string(),
});

/** What a file of the file store holds. */
export type Envelope = z.infer<typeof envelope>;

/** Reads a stored file's text; undefined when it is not a whole envelope of a known format. */
export function parseEnvelope(text: string): Envelope | undefined {
  return parseJson(envelope, text);
}
