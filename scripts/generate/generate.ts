import { writeRegistry } from "@/scripts/registry/write-registry";
import { writeBuiltContent } from "./write-built-content";
import { writeBuiltEmbeds } from "./write-built-embeds";

/**
 * Makes what the site serves and nobody writes: the embeds' scripts, with the author's words in them, the
 * registry item, of the files it shares with other apps, and the posts, compiled.
 *
 * @param options.showDrafts true in development only
 */
export async function generate(options: { readonly showDrafts?: boolean } = {}): Promise<void> {
  await writeBuiltEmbeds();
  writeRegistry();
  // The last, for it is what the author is most likely to have to mend.
  await writeBuiltContent(options);
}
