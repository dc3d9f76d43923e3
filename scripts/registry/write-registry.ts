import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/scripts/project";
import { buildItem } from "./build-item";
import type { RegistryItem } from "./build-item";

/**
 * Writes what `npx shadcn add` reads, below `public/r`: the item, and the index of all items. Files that
 * would stay the same are not touched.
 */
export function writeRegistry(folder = join(ROOT, "public/r")): void {
  const item = buildItem(ROOT);
  mkdirSync(folder, { recursive: true });
  writeIfNew(join(folder, "now-playing.json"), item);
  writeIfNew(join(folder, "registry.json"), describeRegistry([item]));
}

/** The index: every item without the text of its files. */
function describeRegistry(items: readonly RegistryItem[]): object {
  return {
    $schema: "https://ui.shadcn.com/schema/registry.json",
    name: "liner-notes",
    // The site that serves it, from where this lies: no build has to know its address.
    homepage: "..",
    items: items.map(({ files, ...item }) => ({
      ...item,
      files: files.map(({ path, type, target }) => ({ path, type, target })),
    })),
  };
}

function writeIfNew(path: string, value: object): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (readText(path) !== text) writeFileSync(path, text);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
