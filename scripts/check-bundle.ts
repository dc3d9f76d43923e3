import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { BUNDLE_MARKS, PLANTED, SERVER_VARIABLES } from "./check-bundle/marks";
import { ROOT } from "./project";

interface Built {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** What browsers load, as code. */
const SCRIPTS = ".next/static";

const FOLDERS = [SCRIPTS, "public", ".next/server", ".next/standalone"];

/**
 * Searches a finished build, which was made with the planted secrets in its environment, for what must not
 * be in it.
 *
 * @param root folder of the project
 * @returns a sentence for each find; for each mark too that is not even where it should be, for then its
 * absence elsewhere tells nothing
 */
export function checkBundle(root: string): string[] {
  const files = FOLDERS.flatMap((folder) => readFiles(root, folder));
  const open = files.filter(({ path }) => isOpen(path));
  const scripts = open.filter(({ path }) => path.startsWith(SCRIPTS));
  // The registry's item is the source itself, given away.
  const ours = open.filter(({ path }) => !path.startsWith("public/r/"));
  const server = files.filter(({ path }) => path.startsWith(".next/server/"));
  const maps = open.filter(({ path }) => path.endsWith(".map"));
  return [
    ...(scripts.length === 0 ? [`There is no build in ${root}: run \`npm run build\` first.`] : []),
    ...Object.entries(PLANTED).flatMap(([name, value]) =>
      find(files, value, `the value of ${name}`),
    ),
    ...SERVER_VARIABLES.flatMap((name) => find(scripts, name, `the name ${name}`)),
    ...find(scripts, /["'`]node:[a-z]/, "a module of Node's"),
    ...find(open, /\/[/*][#@]\s*sourceMappingURL=/, "a source map's address"),
    ...maps.map(({ path }) => `${path} is a source map.`),
    ...Object.entries(BUNDLE_MARKS).flatMap(([room, mark]) => find(ours, mark, `code of ${room}`)),
    ...Object.entries(BUNDLE_MARKS)
      .filter(([, mark]) => !server.some(({ text }) => text.includes(mark)))
      .map(([room, mark]) => `No chunk of the server holds “${mark}”, the mark of ${room}.`),
  ];
}

function find(files: readonly Built[], what: string | RegExp, called: string): string[] {
  const isIn = (text: string) => (typeof what === "string" ? text.includes(what) : what.test(text));
  return files.filter(({ text }) => isIn(text)).map(({ path }) => `${path} holds ${called}.`);
}

/** What anybody may have: of the server's folder only what was made beforehand is sent as it lies there. */
function isOpen(path: string): boolean {
  if (path.startsWith(".next/standalone")) return false;
  return !path.startsWith(".next/server") || /\.(?:html|rsc|body|meta|txt)$/.test(path);
}

function readFiles(root: string, folder: string): Built[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/node_modules/"))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, "latin1") }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkBundle(ROOT);
  for (const problem of problems) console.error(problem);
  console.log(`The bundle: ${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
}
