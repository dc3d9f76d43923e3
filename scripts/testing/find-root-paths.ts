/** Next puts the base path before what these are given, or they do so by `at()`. */
const AWARE = new Set(["Link", "NavLink", "SiteLink"]);

/** A path at the root of the host, as text: `"/go"`, and not `"//example.com"`. */
const ROOT_PATH = String.raw`["'\x60]\/(?!\/)`;

const ATTRIBUTE = new RegExp(
  String.raw`\b(?:action|formAction|href|poster|src|srcSet)=\{?${ROOT_PATH}`,
  "g",
);

/** What takes an address as it is: `new URL` even forgets the path of the address that it starts from. */
const USE = new RegExp(
  String.raw`(?:\b(?:location\.(?:assign|replace)|fetch|preload|sendBeacon|sendOn|URL)\(\s*|\blocation(?:\.href)?["']?\s*[:=]\s*)${ROOT_PATH}`,
  "g",
);

/**
 * Finds the addresses in a source that a base path would be missing from.
 *
 * @returns a line of the source each
 */
export function findRootPaths(source: string): string[] {
  const attributes = [...source.matchAll(ATTRIBUTE)].filter(
    ({ index }) => !AWARE.has(nameElement(source, index)),
  );
  return [...attributes, ...source.matchAll(USE)].map(({ index }) => lineAt(source, index));
}

/** The element whose attribute stands at a place. */
function nameElement(source: string, index: number): string {
  return (
    source
      .slice(0, index)
      .match(/<[A-Za-z][\w.]*(?=\s)/g)
      ?.at(-1)
      ?.slice(1) ?? ""
  );
}

function lineAt(source: string, index: number): string {
  return (
    source
      .slice(source.lastIndexOf("\n", index) + 1)
      .split("\n", 1)[0]
      ?.trim() ?? ""
  );
}
