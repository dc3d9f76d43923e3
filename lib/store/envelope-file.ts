import { quoteSetting, say } from "@/lib/telling/say";
import type { Tell } from "@/lib/telling/events";
import { parseEnvelope, type Envelope } from "./envelope";
import type { Files } from "./files";
import { UnfitFile } from "./open-to-read";
import { readErrno } from "./store-error";

/** What stands at a path: nothing, something that no store wrote whole, or an envelope. */
export type Found =
  | { readonly state: "absent" | "malformed" | "expired" }
  | { readonly state: "live"; readonly envelope: Envelope };

/**
 * Looks at a stored file without changing or waiting for anything.
 *
 * @param now epoch ms
 */
export async function lookAt(path: string, now: number, files: Files): Promise<Found> {
  let text: string;
  try {
    text = await files.readFile(path, "utf8");
  } catch (error) {
    const errno = readErrno(error);
    if (errno === "ENOENT") return { state: "absent" };
    if (errno === "EISDIR" || error instanceof UnfitFile) return { state: "malformed" };
    throw error;
  }
  const envelope = parseEnvelope(text);
  if (envelope === undefined) return { state: "malformed" };
  if (envelope.expiresAt !== null && envelope.expiresAt <= now) return { state: "expired" };
  return { state: "live", envelope };
}

/**
 * Looks at a stored file and clears it away when it is expired or malformed: the former is
 * erased, the latter moved aside, never deleted. Only for the holder of the file's mutex: anyone
 * else might clear away what was written since it looked.
 */
export async function settle(
  path: string,
  now: number,
  warn: Tell,
  files: Files,
): Promise<Envelope | undefined> {
  const found = await lookAt(path, now, files);
  if (found.state === "live") return found.envelope;
  if (found.state === "expired") await files.rm(path, { force: true });
  if (found.state === "malformed") {
    const aside = `${path}.malformed-${now}`;
    await files.rename(path, aside);
    warn(
      say`The stored file ${quoteSetting(path)} is malformed and reads as absent. It was moved to ${quoteSetting(aside)}: look whether it holds anything worth keeping, then delete it.`,
      "store_file_set_aside",
    );
  }
  return undefined;
}
