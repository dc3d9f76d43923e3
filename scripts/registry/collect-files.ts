import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findImports } from "./find-imports";
import { standInFor } from "./place-file";
import { resolveImport } from "./resolve-import";

export interface Collection {
  /** Text of each file, by its path from the project's root. */
  readonly files: ReadonlyMap<string, string>;
  /** Packages that they import, without Node's own. */
  readonly packages: ReadonlySet<string>;
}

/** The entries and all that they import, and what that imports in turn: nothing else is shipped. */
export function collectFiles(root: string, entries: readonly string[]): Collection {
  const files = new Map<string, string>();
  const packages = new Set<string>();

  function take(file: string): void {
    if (files.has(file) || standInFor(file) !== undefined) return;
    const text = readFileSync(join(root, file), "utf8");
    files.set(file, text);
    for (const { specifier } of findImports(text)) {
      const imported = resolveImport(root, file, specifier);
      if (imported !== undefined) take(imported);
      else if (!specifier.startsWith("node:")) packages.add(packageOf(specifier));
    }
  }

  for (const entry of entries) take(entry);
  return { files, packages };
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
