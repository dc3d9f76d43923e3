/** Where a file of the project lies in the app that takes the item. */
export interface Place {
  /** One of the app's own folders, whatever they are called there; none for its root. */
  readonly root: "components" | "hooks" | "lib" | undefined;
  /** Path below that folder. */
  readonly path: string;
  /** How the CLI treats it. */
  readonly type: string;
}

/** The folder of the engine, below the app's `lib`. */
const ENGINE = "liner-notes";

/** What the app has already, by the path under which it is imported there. */
const STAND_INS: Readonly<Record<string, string>> = {
  "registry/stand-in/utils.ts": "@/lib/utils",
};

const RULES: readonly { from: string; root: Place["root"]; to: string; type: string }[] = [
  { from: "registry/components/", root: "components", to: "", type: "registry:component" },
  { from: "registry/hooks/", root: "hooks", to: "", type: "registry:hook" },
  { from: "registry/app/", root: undefined, to: "app/", type: "registry:page" },
  { from: "registry/lib/", root: "lib", to: `${ENGINE}/`, type: "registry:lib" },
  { from: "components/now-playing/", root: "lib", to: `${ENGINE}/react/`, type: "registry:lib" },
  { from: "lib/", root: "lib", to: `${ENGINE}/`, type: "registry:lib" },
];

/** @throws for a file that the item has no place for: it was not meant to be shipped */
export function placeFile(source: string): Place {
  const rule = RULES.find(({ from }) => source.startsWith(from));
  if (!rule) throw new Error(`The registry item has no place for ${source}.`);
  const { root, type } = rule;
  return { root, path: rule.to + source.slice(rule.from.length), type };
}

/** Under which path a file is imported that the app brings itself; undefined for all others. */
export function standInFor(source: string): string | undefined {
  return STAND_INS[source];
}

/** The place in the CLI's notation: `@lib/` stands for the app's own folder. */
export function describeTarget({ root, path }: Place): string {
  return root === undefined ? path : `@${root}/${path}`;
}
