import { existsSync } from "node:fs";
import { join, posix } from "node:path";

/**
 * The file of the project that an import means, as a path from the project's root; undefined for a
 * package.
 *
 * @throws when it means a file that is not there
 */
export function resolveImport(
  root: string,
  importer: string,
  specifier: string,
): string | undefined {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(importer), specifier)
      : undefined;
  if (path === undefined) return undefined;
  const file = [`${path}.ts`, `${path}.tsx`].find((name) => existsSync(join(root, name)));
  if (file === undefined) throw new Error(`${importer} imports ${specifier}, which is not there.`);
  return file;
}
