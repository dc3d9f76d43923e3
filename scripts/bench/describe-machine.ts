import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "@/scripts/project";

/** What a run was made on, and of what. */
export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  /** The versions of what a page is made of. */
  readonly versions: Readonly<Record<string, string>>;
  /** Short, with a plus where files differ from it; undefined outside a repository. */
  readonly commit: string | undefined;
  /** ISO date. */
  readonly date: string;
}

const NAMED = ["next", "react", "swr", "tailwindcss", "typescript"];

export function describeMachine(): Machine {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? "unknown",
    processors: cpus().length,
    memoryBytes: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    versions: Object.fromEntries(NAMED.map((name) => [name, readVersion(name)])),
    commit: readCommit(),
    date: new Date().toISOString().slice(0, 10),
  };
}

function readVersion(name: string): string {
  const file = join(ROOT, "node_modules", name, "package.json");
  return JSON.parse(readFileSync(file, "utf8")).version;
}

function readCommit(): string | undefined {
  try {
    const commit = git("rev-parse", "--short", "HEAD");
    // What the bench itself writes is no difference.
    const isChanged = git("status", "--porcelain", "--", ".", ":!docs/benchmarks*") !== "";
    return isChanged ? `${commit}+` : commit;
  } catch {
    return undefined;
  }
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: "pipe" }).trim();
}
