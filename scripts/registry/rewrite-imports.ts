import { posix } from "node:path";
import { findImports } from "./find-imports";
import { placeFile, standInFor } from "./place-file";
import type { Place } from "./place-file";
import { resolveImport } from "./resolve-import";

/**
 * The text of a file with its imports as they are in the app: relative within one of the app's folders,
 * so that no alias matters, and by `@/` between two, which the CLI turns into the app's own alias.
 */
export function rewriteImports(root: string, file: string, text: string): string {
  const here = placeFile(file);
  let rewritten = "";
  let done = 0;
  for (const { specifier, start, end } of findImports(text)) {
    const imported = resolveImport(root, file, specifier);
    if (imported === undefined) continue;
    const path = standInFor(imported) ?? pathBetween(here, placeFile(imported));
    rewritten += text.slice(done, start) + path;
    done = end;
  }
  return rewritten + text.slice(done);
}

function pathBetween(from: Place, to: Place): string {
  const target = to.path.replace(/\.tsx?$/, "");
  if (from.root !== to.root) return `@/${to.root}/${target}`;
  const path = posix.relative(posix.dirname(from.path), target);
  return path.startsWith(".") ? path : `./${path}`;
}
