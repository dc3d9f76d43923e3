import { formatBytes, formatNumber } from "@/scripts/bench/report/numbers";
import { writeTable } from "@/scripts/bench/report/write-table";
import type { Sample, Soak } from "@/scripts/reliability/soak/results";
import { splitSamples } from "@/scripts/reliability/soak/split-samples";

/** The soak, in words and a table of its quarters. */
export function writeSoak(soak: Soak): string {
  const { minutes, virtualDays, requests, statuses, troubles, refreshes, calls } = soak;
  const told = Object.entries(statuses)
    .map(([status, count]) => `${formatNumber(count)} of status ${status}`)
    .join(", ");
  return `## Virtual days

${formatNumber(minutes)} minutes in which ${formatNumber(virtualDays, 1)} days passed for one process and for Spotify, with music day and night, eight visitors at all faces, a refresh token that is rotated each hour, and ${troubles} troubles. ${formatNumber(requests)} answers: ${told}. 503 is what \`/api/health\` says while the music cannot be read. The owner signed in ${soak.signIns} times on being told to. ${formatNumber(refreshes)} calls for a token, ${formatNumber(calls)} for readings; at most ${formatNumber(soak.worstDay)} in any 24 hours, of ${formatNumber(soak.dailyBudget)}. The site’s own count was compared with Spotify’s ${formatNumber(soak.counts.compared)} times; it was too low ${soak.counts.tooLow} times, and too high by ${soak.counts.mostTooHigh} at most, for a call is counted before it is made, and may then never arrive. Rejections that nobody looked at: ${soak.unhandled.length}.

${writeQuarters(soak.samples)}
Medians of each quarter; the heap after a collection.
`;
}

function writeQuarters(samples: readonly Sample[]): string {
  const rows = splitSamples(samples).map(({ heapBytes, rssBytes, openFiles }, index) => [
    `quarter ${index + 1}`,
    formatBytes(heapBytes),
    formatBytes(rssBytes),
    formatNumber(openFiles),
  ]);
  const figures = ["heap", "memory of the process", "open files"];
  return writeTable([{ name: "" }, ...figures.map((name) => ({ name, isNumber: true }))], rows);
}
