import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeBudgets } from "./bench/report/write-budgets";
import { ROOT, fail } from "./project";
import { writeReport } from "./reliability/report/write-report";
import { PARTS } from "./reliability/results";
import type { PartName, Results } from "./reliability/results";
import { runParts, runQuick } from "./reliability/run";

const SERVER = join(ROOT, ".next/standalone/server.js");
const REPORT = join(ROOT, "docs/reliability.md");
const RESULTS = join(ROOT, "docs/reliability/results.json");

const USAGE =
  "Usage: npm run reliability -- [matrix] [storm] [crash] [soak] [--minutes N] | --quick | --rewrite";

/**
 * `npm run reliability`: goes through everything that can go wrong, and writes docs/reliability.md. Parts
 * that are named are measured anew, and the rest stays as it was. With `--quick` it takes the present build
 * and a share of the cells, writes nothing, and ends with 1 where one does not hold. With `--rewrite` it
 * measures nothing, and writes the last results again.
 */
async function reliability(): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: flag, rewrite: flag, minutes: { type: "string", default: "60" } },
  });
  const minutes = Number(values.minutes);
  const names = PARTS.filter((name) => positionals.includes(name));
  if (!(minutes > 0) || names.length < positionals.length) throw new Error(USAGE);
  if (values.quick) return beQuick();
  if (values.rewrite) return write(readResults());
  const measured = await runParts(names.length > 0 ? names : PARTS, minutes, console.log);
  write({ ...readResults(), ...measured });
}

async function beQuick(): Promise<void> {
  if (!existsSync(SERVER)) throw new Error("There is no build to try: run `npm run build` first.");
  const budgets = await runQuick(SERVER, console.log);
  console.log(`\n${writeBudgets(budgets)}`);
  const broken = budgets.filter(({ isKept }) => !isKept).map(({ name }) => name);
  if (broken.length > 0) throw new Error(`Broken: ${broken.join("; ")}.`);
}

function readResults(): Partial<Results> {
  return existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
}

function write(results: Partial<Results>): void {
  mkdirSync(join(ROOT, "docs/reliability"), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results)}\n`);
  const { matrix, storm, crash, soak } = results;
  if (!matrix || !storm || !crash || !soak) {
    const missing = PARTS.filter((name: PartName) => results[name] === undefined);
    console.log(`The report is written when these are measured, too: ${missing.join(", ")}.`);
    return;
  }
  writeFileSync(REPORT, writeReport({ matrix, storm, crash, soak }));
  console.log("Wrote docs/reliability.md.");
}

reliability().then(() => process.exit(0), fail);
