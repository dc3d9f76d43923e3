import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { run } from "./children";
import { BUILD_ENVIRONMENT } from "./emulator-environment";
import { generate } from "./generate/generate";
import { ROOT } from "./project";

/** What a build is made of. */
const SOURCES = [
  "app",
  "components",
  "content",
  "lib",
  "public",
  "widget",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "scripts/delay-scripts.ts",
  "scripts/finish-build.ts",
  "scripts/seal-page.ts",
  "registry",
  "scripts/generate",
  "scripts/registry",
  "tsconfig.json",
];

const BUILDS = join(ROOT, ".demo");
const DAY_MS = 24 * 60 * 60_000;
const LOOK_AGAIN_MS = 500;

/**
 * The folder of a finished standalone build of the present sources, made first where there is none.
 *
 * Each state of the sources has a folder of its own, so a demo that runs is not disturbed by another
 * that starts, and the second start is quick. One process builds at a time; the others wait.
 */
export async function readyBuild(say: (line: string) => void): Promise<string> {
  // Before the sources are looked at: what is generated is one of them.
  await generate();
  const folder = join(BUILDS, fingerprint());
  mkdirSync(BUILDS, { recursive: true });
  let isWaiting = false;
  while (!existsSync(folder)) {
    if (takeTurn()) {
      try {
        if (!existsSync(folder)) await build(folder, say);
      } finally {
        rmSync(join(BUILDS, "building"), { force: true });
      }
    } else {
      if (!isWaiting) say("Another demo is building; waiting for it.");
      isWaiting = true;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
  utimesSync(folder, new Date(), new Date());
  prune(folder);
  return folder;
}

async function build(folder: string, say: (line: string) => void): Promise<void> {
  say("Building the site; this takes about half a minute, the first time and after changes.");
  const npm = process.env.npm_execpath;
  const command = npm ? process.execPath : "npm";
  await run(command, [...(npm ? [npm] : []), "run", "build", "--silent"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    // The emulator is met at run time: no account and no address of the author's goes into the pages.
    env: { ...process.env, ...BUILD_ENVIRONMENT },
  });
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(ROOT, ".next/standalone"), draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, folder);
}

/** True for the one process that may build. One that was killed in the middle of it holds nobody up. */
function takeTurn(): boolean {
  const turn = join(BUILDS, "building");
  try {
    writeFileSync(turn, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isRunning(Number(readText(turn)))) rmSync(turn, { force: true });
    return false;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of SOURCES.flatMap((source) => listFiles(source))) {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 12);
}

function listFiles(path: string): string[] {
  const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .toSorted()
    .flatMap((name) => listFiles(`${path}/${name}`));
}

/** Builds that nobody has started for a day go. */
function prune(current: string): void {
  for (const name of readdirSync(BUILDS)) {
    const folder = join(BUILDS, name);
    const usedAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (folder !== current && Date.now() - usedAt > DAY_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
