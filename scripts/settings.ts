import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import nextEnv from "@next/env";
import type { Environment } from "@/lib/environment";
import { openStore } from "@/lib/open-store";
import type { OpenStore } from "@/lib/open-store";
import { readEnvText } from "@/lib/owner/env-text";
import type { Tell } from "@/lib/telling/events";
import { ROOT } from "./project";

type Variables = Readonly<Record<string, string | undefined>>;

/** A place besides the file we write that may set variables. */
export interface OtherSource {
  readonly name: string;
  /** Its values count before those of the file. */
  readonly isStronger: boolean;
  /** Names of the variables that have a value there. */
  readonly sets: ReadonlySet<string>;
}

/** What the tools of the site's owner go by. */
export interface Settings {
  /** Every variable as `npm start` sees it. */
  readonly variables: Variables;
  /** Those that the process was started with. */
  readonly shell: Variables;
  /** The file that is written; it need not exist yet. */
  readonly envFile: string;
  /** The same, as one would type it. */
  readonly envFileName: string;
  readonly otherSources: readonly OtherSource[];
}

/** In the order in which Next believes them; those of development and of production never meet. */
const FILES = [
  ".env.production.local",
  ".env.development.local",
  ".env.local",
  ".env.production",
  ".env.development",
  ".env",
];

/**
 * @param chosen another file in the place of all the project's `.env` files
 * @param mayBeNew it need not exist yet
 * @throws {Error} in a sentence, when it has to
 */
export function loadSettings(chosen: string | undefined, mayBeNew: boolean): Settings {
  const shell = { ...process.env };
  const log = { info: () => undefined, error: console.error };
  const envFile =
    chosen === undefined
      ? join(ROOT, ".env.local")
      : // npm starts a script in the project's folder, wherever it was called from.
        resolve(process.env.INIT_CWD ?? ".", chosen);
  if (chosen !== undefined && !mayBeNew && !existsSync(envFile)) {
    throw new Error(`There is no file ${envFile}. Mend --file, or leave it out.`);
  }
  if (chosen === undefined) nextEnv.loadEnvConfig(ROOT, false, log);
  else {
    const file = { path: envFile, contents: readText(envFile), env: {} };
    nextEnv.processEnv([file], dirname(envFile), log, true);
  }
  return {
    variables: { ...process.env },
    shell,
    envFile,
    envFileName: chosen === undefined ? ".env.local" : chosen,
    otherSources: [
      { name: "your shell", isStronger: true, sets: namesWithValue(Object.entries(shell)) },
      ...(chosen === undefined ? readOtherFiles() : []),
    ],
  };
}

/** Where else a variable is set. */
export function findSources({ otherSources }: Settings, name: string): readonly OtherSource[] {
  return otherSources.filter(({ sets }) => sets.has(name));
}

/** The project's store, wherever the script is called from. */
export function openProjectStore(
  environment: Environment,
  options: { readonly now?: () => number; readonly warn: Tell },
): OpenStore {
  const { dataDir, isVercel } = environment;
  const isMemory = isVercel && dataDir === undefined;
  const folder = isMemory ? undefined : resolve(ROOT, dataDir ?? ".data");
  return openStore({ ...environment, dataDir: folder }, options);
}

function readOtherFiles(): OtherSource[] {
  const own = FILES.indexOf(".env.local");
  return FILES.flatMap((name, index) => {
    if (index === own) return [];
    const sets = namesWithValue(readEnvText(readText(join(ROOT, name))));
    return [{ name, isStronger: index < own, sets }];
  });
}

function namesWithValue(variables: Iterable<readonly [string, string | undefined]>): Set<string> {
  return new Set([...variables].flatMap(([name, value]) => (value?.trim() ? [name] : [])));
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
