/** Prettier's least, so that a table is written as it would write it. */
const LEAST_WIDTH = 3;

export interface Column {
  readonly name: string;
  /** Figures stand to the right, words to the left. */
  readonly isNumber?: boolean;
}

/**
 * A Markdown table, aligned as prettier aligns it.
 *
 * @param rows Markdown; a bar in a cell is escaped, a line break becomes a space
 * @throws {RangeError} where a row is longer or shorter than the header
 */
export function writeTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const odd = rows.find(({ length }) => length !== columns.length);
  if (odd) throw new RangeError(`A row of ${columns.length} cells has ${odd.length}: ${odd[0]}`);
  const cells = [columns.map(({ name }) => name), ...rows].map((row) => row.map(tidy));
  const widths = columns.map((_, i) =>
    Math.max(LEAST_WIDTH, ...cells.map((row) => widthOf(row[i] ?? ""))),
  );
  const write = (row: readonly string[]) =>
    `| ${row.map((cell, i) => pad(cell, widths[i] ?? 0, columns[i]?.isNumber ?? false)).join(" | ")} |`;
  const rule = columns.map(({ isNumber }, i) => {
    const width = widths[i] ?? 0;
    return isNumber ? `${"-".repeat(width - 1)}:` : "-".repeat(width);
  });
  const [header = [], ...body] = cells;
  return `${[write(header), write(rule), ...body.map(write)].join("\n")}\n`;
}

function tidy(cell: string): string {
  return cell
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<!\\)\|/g, "\\|");
}

function pad(cell: string, width: number, isNumber: boolean): string {
  const space = " ".repeat(Math.max(0, width - widthOf(cell)));
  return isNumber ? space + cell : cell + space;
}

function widthOf(cell: string): number {
  return [...cell].length;
}
