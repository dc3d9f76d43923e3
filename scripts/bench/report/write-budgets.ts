import type { Budget } from "@/scripts/bench/budgets";
import { formatMs, formatNumber, formatRatio } from "./numbers";
import { writeTable } from "./write-table";

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  ms: formatMs,
  "×": formatRatio,
};

/** A table of budgets, to the byte: what was measured, what it is held to, and whether it holds. */
export function writeBudgets(budgets: readonly Budget[]): string {
  return writeTable(
    [
      { name: "Held to" },
      { name: "measured", isNumber: true },
      { name: "limit", isNumber: true },
      { name: "" },
    ],
    budgets.map(({ name, measured, limit, unit, isKept }) => {
      const format = FORMATS[unit] ?? ((value) => `${formatCount(value)} ${unit}`.trim());
      return [name, format(measured), format(limit), isKept ? "kept" : "**broken**"];
    }),
  );
}

function formatCount(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 2);
}
