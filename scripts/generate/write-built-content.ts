import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileContent } from "@/lib/content/compile/compile-content";
import { dayIn } from "@/lib/content/day-in";
import { authorsComponents } from "@/lib/site/components";
import { site } from "@/lib/site/site";
import { writingStrings } from "@/lib/site/strings";
import { ROOT } from "@/scripts/project";
import { measurePicture } from "./measure-picture";
import { readContent } from "./read-content";

/** Where lib/content reads it. */
export const BUILT_CONTENT = "lib/content/built.ts";

export interface ContentToBuild {
  /** true: with drafts and what is dated ahead, for the author's own eyes. */
  readonly showDrafts?: boolean;
  /** The project's folder, unless said otherwise. */
  readonly root?: string;
  readonly now?: Date;
}

/**
 * Compiles content/ to where lib/content reads it, and only if it has changed.
 *
 * @throws ContentError when something in content/ has to be mended; what was built before stays
 */
export async function writeBuiltContent({
  showDrafts = false,
  root = ROOT,
  now = new Date(),
}: ContentToBuild = {}): Promise<void> {
  const built = await compileContent(await readContent(root), {
    today: dayIn(site.timeZone, now),
    showDrafts,
    components: Object.keys(authorsComponents),
    language: site.language,
    strings: writingStrings,
    measurePicture: (path) => measurePicture(path, join(root, "public")),
  });
  const target = join(root, BUILT_CONTENT);
  const text = writeModule(JSON.stringify(built));
  const present = await readFile(target, "utf8").catch(() => "");
  if (present !== text) await writeFile(target, text);
}

/** As JSON it is read faster than as an object, and typed at no cost. */
function writeModule(json: string): string {
  return `// Made by scripts/generate.ts from content/.
import type { BuiltContent } from "./model";

export const built: BuiltContent = JSON.parse(${JSON.stringify(json)});
`;
}
