import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runFull, runQuick } from "./bench/run";
import { writeBudgets } from "./bench/report/write-budgets";
import { writeReport } from "./bench/report/write-report";
import { ROOT, fail } from "./project";

const REPORT = join(ROOT, "docs/benchmarks.md");
const CHARTS = "benchmarks";

/**
 * `npm run bench`: measures everything and writes docs/benchmarks.md. With `--quick` it measures what a busy
 * machine can tell, writes nothing, and ends with 1 where a budget is broken.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
  if (values.quick) {
    const budgets = await runQuick(console.log);
    console.log(`\n${writeBudgets(budgets)}`);
    const broken = budgets.filter(({ isKept }) => !isKept).map(({ name }) => name);
    if (broken.length > 0) throw new Error(`Broken: ${broken.join("; ")}.`);
    return;
  }
  const results = await runFull(console.log);
  const { markdown, charts } = writeReport(results, CHARTS);
  const folder = join(ROOT, "docs", CHARTS);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(charts)) writeFileSync(join(folder, name), svg);
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(REPORT, markdown);
  console.log(`\nWrote docs/benchmarks.md after ${Math.round(results.tookSeconds)} s.`);
}

bench().then(() => process.exit(0), fail);
