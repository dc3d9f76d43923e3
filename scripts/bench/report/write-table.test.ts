import { format } from "prettier";
import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatMs,
  formatNumber,
  formatRate,
  formatRatio,
  formatSeconds,
} from "./numbers";
import { writeTable } from "./write-table";

describe("a table", () => {
  it("is written as prettier writes it, figures to the right", async () => {
    const table = writeTable(
      [{ name: "Face" }, { name: "×", isNumber: true }],
      [
        ["a | b, “quoted”", formatRatio(0.934)],
        ["two\nlines and `code`", "1,234,567 /s"],
        ["", ""],
      ],
    );
    expect(table).toContain("| a \\| b, “quoted”     |       0.93 × |");
    expect(await format(table, { parser: "markdown", printWidth: 100 })).toBe(table);
  });

  it("refuses a row that its header does not fit", () => {
    expect(() => writeTable([{ name: "Face" }], [["one", "two"]])).toThrow(
      /A row of 1 cells has 2/,
    );
  });
});

describe("figures", () => {
  it("have thousands set apart, and decimals as asked for", () => {
    expect([formatNumber(1_234_567), formatNumber(2, 1), formatNumber(-0.04, 1)]).toEqual([
      "1,234,567",
      "2.0",
      "0.0",
    ]);
    expect(formatRate(3_420.6)).toBe("3,421 /s");
    expect(formatRatio(0.934)).toBe("0.93 ×");
  });

  it("have as many decimals as tell something", () => {
    expect([formatMs(1.24), formatMs(9.96), formatMs(1_204.3)]).toEqual([
      "1.2 ms",
      "10 ms",
      "1,204 ms",
    ]);
    expect(formatSeconds(44.96)).toBe("45.0 s");
  });

  it("count 1,024 bytes as a kilobyte", () => {
    expect([formatBytes(1_023), formatBytes(1_024), formatBytes(9_933)]).toEqual([
      "1,023 B",
      "1.0 kB",
      "9.7 kB",
    ]);
  });
});
