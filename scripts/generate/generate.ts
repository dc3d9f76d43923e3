import { writeBuiltEmbeds } from "./write-built-embeds";

/** Makes what the site is built from and nobody writes: the embeds' scripts, with the author's words in them. */
export async function generate(): Promise<void> {
  await writeBuiltEmbeds();
}
