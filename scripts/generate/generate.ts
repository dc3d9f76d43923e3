import { writeRegistry } from "@/scripts/registry/write-registry";
import { writeBuiltEmbeds } from "./write-built-embeds";

/**
 * Makes what the site serves and nobody writes: the embeds' scripts, with the author's words in them, and
 * the registry item, of the files it shares with other apps.
 */
export async function generate(): Promise<void> {
  await writeBuiltEmbeds();
  writeRegistry();
}
