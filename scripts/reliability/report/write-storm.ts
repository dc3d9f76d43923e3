import { formatNumber } from "@/scripts/bench/report/numbers";
import type { Storm } from "@/scripts/reliability/storm/measure-storm";

export function writeStorm(storm: Storm): string {
  const { connections, seconds, troubles, requests, statuses, calls, mostCalls } = storm;
  const told = Object.entries(statuses)
    .map(([status, count]) => `${formatNumber(count)} of status ${status}`)
    .join(", ");
  return `## Everything fails at ${connections} connections

${connections} connections asked without a pause for ${seconds} seconds, half of them with \`If-None-Match\`, while all ${troubles} troubles came one after the other, hours apart by the virtual clock. ${formatNumber(requests)} requests: ${told}; broken connections or no answer within ten seconds: ${storm.unanswered}. Half of the answers came within ${formatNumber(storm.p50Ms)} ms, the slowest after ${formatNumber(storm.worstMs)} ms. Spotify was called ${formatNumber(calls)} times, of ${formatNumber(mostCalls)} that the plan allows. ${storm.isPlayingAfterwards ? "Afterwards the music was read again." : "**Afterwards nothing played.**"}
`;
}
