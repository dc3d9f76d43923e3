import { writeBudgets } from "@/scripts/bench/report/write-budgets";
import { writeTable } from "@/scripts/bench/report/write-table";
import { writeCrashSection } from "@/scripts/reliability/crash/write-crash-section";
import { PARTS } from "@/scripts/reliability/results";
import type { PartName, Results } from "@/scripts/reliability/results";
import { claimCrash, claimMatrix, claimSoak, claimStorm } from "./list-claims";
import { writeMatrix } from "./write-matrix";
import { writeSoak } from "./write-soak";
import { writeStorm } from "./write-storm";

const TITLES: Readonly<Record<PartName, string>> = {
  matrix: "the matrix",
  storm: "the storm",
  crash: "processes that die",
  soak: "virtual days",
};

/** docs/reliability.md, whole. */
export function writeReport(results: Results): string {
  const { matrix, storm, crash, soak } = results;
  const { processor, processors, system, node } = matrix.machine;
  const claims = [
    ...claimMatrix(matrix.measured),
    ...claimStorm(storm.measured),
    ...claimCrash(crash.measured),
    ...claimSoak(soak.measured),
  ];
  return `# Reliability

Written by \`npm run reliability\` on ${processors} × ${processor}, ${system}, Node ${node}. Everything but the ${TITLES.crash} runs against the production build over real HTTP, with the emulator for Spotify; only the clock and the name service of the site’s process are bent. Nothing here was typed by hand. \`npm test\` runs a quick form of it.

${writeBudgets(claims)}
${writeTable(
  [{ name: "Part" }, { name: "run on" }, { name: "at commit" }, { name: "took", isNumber: true }],
  PARTS.map((name) => {
    const { machine, tookSeconds } = results[name];
    const took = `${Math.floor(tookSeconds / 60)} min ${Math.round(tookSeconds % 60)} s`;
    return [TITLES[name], machine.date, machine.commit ?? "–", took];
  }),
)}
${writeStorm(storm.measured)}
${writeCrashSection(crash.measured)}

${writeSoak(soak.measured)}
${writeMatrix(matrix.measured)}`;
}
