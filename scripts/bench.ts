import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runFull, runQuick } from "./bench/run";
import { writeBudgets } from "./bench/report/write-budgets";
import { writeReport } from "./bench/report/write-report";
import type { Results } from "./bench/report/write-report";
import { ROOT, fail } from "./project";

const REPORT = join(ROOT, "docs/benchmarks.md");
const CHARTS = "benchmarks";

const RESULTS = join(ROOT, "docs", CHARTS, "results.json");

/**
 * `npm run bench`: measures everything and writes docs/benchmarks.md. With `--quick` it measures what a busy
 * machine can tell, writes nothing, and ends with 1 where a budget is broken. With `--rewrite` it measures
 * nothing, and writes the last results again: after a change of the report.
 */
async function bench(): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { quick: flag, rewrite: flag } });
  if (values.quick) {
    const budgets = await runQuick(console.log);
    console.log(`\n${writeBudgets(budgets)}`);
    const broken = budgets.filter(({ isKept }) => !isKept).map(({ name }) => name);
    if (broken.length > 0) throw new Error(`Broken: ${broken.join("; ")}.`);
    return;
  }
  if (values.rewrite) {
    write(JSON.parse(readFileSync(RESULTS, "utf8")));
    return;
  }
  const results = await runFull(console.log);
  write(results);
  console.log(`\nWrote docs/benchmarks.md after ${Math.round(results.tookSeconds)} s.`);
}

function write(results: Results): void {
  const { markdown, charts } = writeReport(results, CHARTS);
  const folder = join(ROOT, "docs", CHARTS);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(charts)) writeFileSync(join(folder, name), svg);
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(REPORT, markdown);
}

bench().then(() => process.exit(0), fail);
