/** Something in content/ that the author has to mend. */
export interface Problem {
  /** Relative to the project, such as `content/writing/a-post.mdx`. */
  readonly file: string;
  /** From 1; undefined where the file as a whole is meant. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** What was found, and what to do. */
  readonly message: string;
}

/** Where in a file something stands, as the nodes of syntax trees say it. */
export interface Placed {
  readonly position?: { readonly start: { line: number; column: number } } | undefined;
}

/** Notes a problem of one file. */
export type Report = (message: string, at?: Placed) => void;

/** All that is wrong in content/, at once. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted(
      (a, b) => a.file.localeCompare(b.file, "en") || (a.line ?? 0) - (b.line ?? 0),
    );
    const count = sorted.length === 1 ? "one problem" : `${sorted.length} problems`;
    super([`content/ has ${count}:`, ...sorted.map((problem) => describe(problem))].join("\n"));
    this.problems = sorted;
  }
}

/** A `Report` that puts what it is told on a list. */
export function reportTo(problems: Problem[], file: string): Report {
  return (message, at) => {
    const start = at?.position?.start;
    problems.push({ file, line: start?.line, column: start?.column, message });
  };
}

/** `file:line:column` is what editors and terminals make a link of. */
function describe({ file, line, column, message }: Problem): string {
  return `  ${[file, line, column].filter(Boolean).join(":")}  ${message}`;
}
