import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { collectFiles } from "./collect-files";
import { describeTarget, placeFile } from "./place-file";
import { rewriteImports } from "./rewrite-imports";
import { reword } from "./reword";

export interface RegistryFile {
  readonly path: string;
  readonly type: string;
  readonly target: string;
  readonly content: string;
}

/** What the CLI reads: https://ui.shadcn.com/docs/registry/registry-item-json */
export interface RegistryItem {
  readonly $schema: string;
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly dependencies: readonly string[];
  readonly files: readonly RegistryFile[];
  readonly cssVars: { readonly theme: Readonly<Record<string, string>> };
  readonly css: Readonly<Record<string, object>>;
  readonly envVars: Readonly<Record<string, string>>;
  readonly docs: string;
  readonly categories: readonly string[];
}

/** What an app imports or Next calls; the rest of the item is what these need. */
const ENTRIES = [
  "registry/components/now-playing.tsx",
  "registry/hooks/use-now-playing.ts",
  "registry/app/api/now-playing/route.ts",
];

/** Every Next app has these. */
const GIVEN = new Set(["next", "react", "react-dom"]);

/** Written to the app's env file, empty, where they are not set yet. */
const VARIABLES = [
  "SPOTIFY_CLIENT_ID",
  "SPOTIFY_CLIENT_SECRET",
  "SPOTIFY_REFRESH_TOKEN",
  "SPOTIFY_CONNECTED_AT",
  "SPOTIFY_DAILY_BUDGET",
  "SESSION_SECRET",
];

/** The item `now-playing`, made of the project's own sources below `root`. */
export function buildItem(root: string): RegistryItem {
  const { files, packages } = collectFiles(root, ENTRIES);
  return {
    $schema: "https://ui.shadcn.com/schema/registry-item.json",
    name: "now-playing",
    type: "registry:block",
    title: "Now playing",
    description:
      "What you are listening to on Spotify: a component, a hook, and the route handler with its engine.",
    author: "The Liner Notes authors",
    dependencies: listDependencies(root, packages),
    files: [
      ...listSources(root, reword(files)),
      ship(root, "registry/lib/README.md", "@lib/liner-notes/README.md"),
      ship(root, "LICENSE", "@lib/liner-notes/LICENSE"),
      // What the file store keeps is nobody else's: its folder stays out of the app's repository.
      {
        path: ".data/.gitignore",
        type: "registry:file",
        target: "~/.data/.gitignore",
        content: "*\n",
      },
    ],
    cssVars: { theme: { "animate-now-playing": "now-playing linear both" } },
    css: {
      "@keyframes now-playing": {
        from: { transform: "scaleX(0)" },
        to: { transform: "scaleX(1)" },
      },
    },
    envVars: Object.fromEntries(VARIABLES.map((name) => [name, ""])),
    docs: readFileSync(join(root, "registry/docs.txt"), "utf8").trimEnd(),
    categories: ["music"],
  };
}

/** In the order in which the CLI names them: first what an app uses, then the engine. */
function listSources(root: string, files: ReadonlyMap<string, string>): RegistryFile[] {
  const rank = ({ target }: RegistryFile) => (target.startsWith("@lib/") ? 1 : 0);
  return [...files]
    .map(([file, text]) => shipSource(root, file, text))
    .toSorted((a, b) => rank(a) - rank(b) || (a.target < b.target ? -1 : 1));
}

function shipSource(root: string, file: string, text: string): RegistryFile {
  const place = placeFile(file);
  return {
    path: file,
    type: place.type,
    target: describeTarget(place),
    content: rewriteImports(root, file, text),
  };
}

function ship(root: string, file: string, target: string): RegistryFile {
  const content = readFileSync(join(root, file), "utf8");
  return { path: file, type: "registry:file", target, content };
}

/** At least the versions that are tested here. */
function listDependencies(root: string, packages: ReadonlySet<string>): string[] {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return [...packages]
    .filter((name) => !GIVEN.has(name))
    .toSorted()
    .map((name) => {
      const version = dependencies[name];
      if (version === undefined) throw new Error(`${name} is no dependency of package.json.`);
      return `${name}@^${version}`;
    });
}
