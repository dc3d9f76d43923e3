import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileContent } from "@/lib/content/compile/compile-content";
import { dayIn } from "@/lib/content/day-in";
import { site } from "@/lib/site/site";
import { writingStrings } from "@/lib/site/strings";
import { ROOT } from "@/scripts/project";
import { measurePicture } from "./measure-picture";
import { readContent } from "./read-content";

const TARGET = join(ROOT, "lib/content/built.ts");

/** The names of the elements that content/components.tsx adds to Markdown. */
const COMPONENTS: readonly string[] = [];

/**
 * Compiles content/ to where lib/content reads it, and only if it has changed.
 *
 * @param options.showDrafts true: with drafts and what is dated ahead, for the author's own eyes
 * @throws ContentError when something in content/ has to be mended
 */
export async function writeBuiltContent({ showDrafts = false } = {}): Promise<void> {
  const built = await compileContent(await readContent(ROOT), {
    today: dayIn(site.timeZone),
    showDrafts,
    components: COMPONENTS,
    language: site.language,
    strings: writingStrings,
    measurePicture,
  });
  // Parsed, it is read faster than as an object, and typed at no cost.
  const json = JSON.stringify(JSON.stringify(built));
  const text = `// Made by scripts/generate.ts from content/.\nimport type { BuiltContent } from "./model";\n\nexport const built: BuiltContent = JSON.parse(\n  ${json},\n);\n`;
  const present = await readFile(TARGET, "utf8").catch(() => "");
  if (present !== text) await writeFile(TARGET, text);
}
