import type { Machine } from "@/scripts/bench/describe-machine";
import type { FreshnessResults } from "@/scripts/bench/freshness/results";
import type { ScaleResults } from "@/scripts/bench/scale/results";
import type { ServingResults } from "@/scripts/bench/serving/results";
import type { WeightResults } from "@/scripts/bench/weight/results";
import { formatNumber } from "./numbers";
import type { Section } from "./section";
import { writeFreshness } from "./write-freshness";
import { writeScale } from "./write-scale";
import { writeServing } from "./write-serving";
import { writeWeight } from "./write-weight";

/** All that one run of the bench has measured, as plain data. */
export interface Results {
  readonly machine: Machine;
  readonly tookSeconds: number;
  readonly serving: ServingResults;
  readonly freshness: FreshnessResults;
  readonly weight: WeightResults;
  readonly scale: ScaleResults;
}

/** @param folder where the charts will lie, seen from the report */
export function writeReport(results: Results, folder: string): Section {
  const { serving, freshness, weight, scale } = results;
  const ours = freshness.tabs.find(({ family }) => family === "ours");
  const sections = [
    writeServing(serving, folder),
    writeFreshness(freshness, folder),
    writeWeight(weight, folder),
    writeScale(scale, {
      requestsPerHour: ours?.requests.mix ?? NaN,
      cpuMs: serving.ours.cpuMsPerThousand / 1_000,
      answerBytes: serving.ours.load.bytesPerAnswer,
    }),
  ];
  return {
    markdown: [writeHead(results), ...sections.map(({ markdown }) => markdown)].join("\n"),
    charts: Object.assign({}, ...sections.map(({ charts }) => charts)),
  };
}

function writeHead({ machine, tookSeconds }: Results): string {
  const { processor, processors, memoryBytes, system, node, versions, commit, date } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const minutes = Math.floor(tookSeconds / 60);
  const took = `${minutes} min ${Math.round(tookSeconds % 60)} s`;
  return `# Benchmarks

Written by \`npm run bench\`, which took ${took} on ${date}${commit ? `, at commit ${commit}` : ""}: ${processors} × ${processor}, ${formatGigabytes(memoryBytes)} of memory, ${system}, Node ${node}; ${named.join(", ")}. Nothing here was typed by hand, and what was published elsewhere says so. Ratios and counts carry over to other machines; milliseconds and requests a second belong to this one.
`;
}

function formatGigabytes(bytes: number): string {
  return `${formatNumber(bytes / 1_024 ** 3, 1)} GB`;
}
