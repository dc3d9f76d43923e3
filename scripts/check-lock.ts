import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const needs = z.record(z.string(), z.string()).optional();
const entryShape = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  dependencies: needs,
  devDependencies: needs,
  optionalDependencies: needs,
  bundleDependencies: z.array(z.string()).default([]),
});
const lockShape = z.object({ packages: z.record(z.string(), entryShape) });

/**
 * Looks for what makes `npm ci` fail on another machine: packages that the lock lacks, above all
 * those of other platforms (https://github.com/npm/cli/issues/4828), versions that nobody asked
 * for, and addresses of a registry.
 *
 * @param lock a parsed `package-lock.json` of version 3
 * @returns counts, and a sentence for each problem
 * @throws {z.ZodError} when it is not one
 */
export function checkLock(lock: unknown) {
  const { packages } = lockShape.parse(lock);
  const problems: string[] = [];
  let count = 0;
  for (const [path, entry] of Object.entries(packages)) {
    const who = path || "The project";
    if (entry.resolved !== undefined)
      problems.push(`${who} names where it was downloaded from: remove its "resolved".`);
    const { dependencies, devDependencies, optionalDependencies, bundleDependencies } = entry;
    const wanted = { ...devDependencies, ...dependencies, ...optionalDependencies };
    for (const [name, range] of Object.entries(wanted)) {
      // What a package brings in its own tarball needs no entry.
      if (bundleDependencies.includes(name)) continue;
      count += 1;
      const place = findPlaces(path, name).find((place) => Object.hasOwn(packages, place));
      const found = place === undefined ? undefined : packages[place]?.version;
      if (found === undefined)
        problems.push(`${who} needs ${name} ${range}, which is missing: add its entry.`);
      else if (!satisfies(found, range))
        problems.push(`${who} needs ${name} ${range}, but ${place} is ${found}: lock that anew.`);
    }
  }
  return { packages: Object.keys(packages).length, needs: count, problems };
}

/** Where Node looks for a package, the nearest place first. */
function findPlaces(path: string, name: string): string[] {
  const parts = path === "" ? [] : path.split(/\/(?=node_modules\/)/);
  return [...parts.keys(), parts.length]
    .map((depth) => [...parts.slice(0, depth), `node_modules/${name}`].join("/"))
    .toReversed();
}

// The forms that lie in locks, by their first bound; another form passes rather than cry wolf.
function satisfies(version: string, range: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/).map(Number);
  return range.split("||").some((part) => {
    const form = /^\s*(\^|~|>=|=)?\s*v?((\d+)\.(\d+)\.(\d+)\S*)/.exec(part);
    const [, sign, exact, ...bounds] = form ?? [];
    if (exact === undefined) return true;
    if (sign === undefined || sign === "=") return version === exact;
    const [low = 0, mid = 0, high = 0] = bounds.map(Number);
    if (major !== low) return sign === ">=" && major > low;
    if (minor !== mid) return minor > mid && (sign === ">=" || (sign === "^" && low > 0));
    return patch === high || (patch > high && (sign !== "^" || low + mid > 0));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock: unknown = JSON.parse(await readFile("package-lock.json", "utf8"));
  const { packages, needs, problems } = checkLock(lock);
  for (const problem of problems) console.error(problem);
  console.log(`The lock: ${packages} packages, ${needs} needs, ${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
}
