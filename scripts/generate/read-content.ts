import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ContentSources, Source } from "@/lib/content/compile/compile-content";

/** What the author has written below a folder: `content/writing/*.mdx` and `content/uses.mdx`. */
export async function readContent(root: string): Promise<ContentSources> {
  const names = await readdir(join(root, "content/writing")).catch(() => []);
  const writing: Source[] = [];
  for (const name of names.toSorted()) {
    if (!/\.mdx?$/i.test(name)) continue;
    const source = await readSource(root, `content/writing/${name}`);
    if (source) writing.push(source);
  }
  return { writing, uses: await readSource(root, "content/uses.mdx") };
}

/** undefined where there is no such file, as when it was renamed a moment ago. */
async function readSource(root: string, file: string): Promise<Source | undefined> {
  const text = await readFile(join(root, file), "utf8").catch(() => undefined);
  return text === undefined ? undefined : { file, text };
}
