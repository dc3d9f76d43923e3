/** One module that a file imports, and where in its text the name stands. */
export interface Import {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
}

/** Static imports and re-exports at the start of a line, as Prettier sets them, and dynamic imports. */
const IMPORT =
  /^(?:import|export)\s[^;"]*?from\s+"(?<from>[^"\n]+)"|^import\s+"(?<bare>[^"\n]+)"|\bimport\(\s*"(?<dynamic>[^"\n]+)"/dgm;

/** The modules that a TypeScript file of this project imports, types included. */
export function findImports(text: string): Import[] {
  return [...text.matchAll(IMPORT)].flatMap(({ groups, indices }) =>
    Object.entries(groups ?? {}).flatMap(([name, specifier]) => {
      const [start, end] = indices?.groups?.[name] ?? [];
      return start === undefined || end === undefined ? [] : [{ specifier, start, end }];
    }),
  );
}
