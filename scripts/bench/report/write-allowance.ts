import { formatMs, formatNumber } from "./numbers";
import { writeTable } from "./write-table";

/** What a poll costs, as the run has measured it. */
export interface Costs {
  /** Requests that a tab makes in an hour in which it is seen, of which 30 % has music. */
  readonly requestsPerHour: number;
  /** Processor time of one answer, in ms. */
  readonly cpuMs: number;
  /** On the wire, in bytes, with its head. */
  readonly answerBytes: number;
}

/**
 * What Vercel gives away in 30 days, as it was told in May 2026; its own page is
 * https://vercel.com/docs/limits.
 */
const FREE = { requests: 1_000_000, cpuHours: 4, gigabytes: 100 };

const HOURS_PER_MONTH = 30 * 24;
const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3_600;

/** What most pages do: every 10 s. */
const FIXED_PER_HOUR = 360;

/** Our shortest age at a CDN, in s: while a song plays. */
const CDN_AGE_S = 10;

/** One processor's time in a second, in ms. */
const CPU_MS_PER_SECOND = 1_000;

/** What follows for the free tier and for one small server: arithmetic, on figures of this run. */
export function writeAllowance(costs: Costs): string {
  return [writeFreeTier(costs), writeArithmetic(costs), writeServer(costs)].join("\n");
}

function writeFreeTier({ requestsPerHour }: Costs): string {
  return writeTable(
    [
      { name: "Vercel's free tier" },
      { name: "requests in an hour", isNumber: true },
      { name: "hours that 1,000,000 requests last", isNumber: true },
      { name: "tabs open day and night", isNumber: true },
    ],
    [tierRow("Liner Notes", requestsPerHour), tierRow("every 10 s, seen or not", FIXED_PER_HOUR)],
  );
}

function tierRow(name: string, perHour: number): string[] {
  return [
    name,
    formatNumber(perHour, 1),
    formatNumber(FREE.requests / perHour),
    formatNumber(FREE.requests / perHour / HOURS_PER_MONTH, 1),
  ];
}

function writeArithmetic(costs: Costs): string {
  const { requestsPerHour, cpuMs, answerBytes } = costs;
  const invocations = SECONDS_PER_MONTH / CDN_AGE_S;
  const gigabytes = (FREE.requests * answerBytes) / 1e9;
  const cpuHours = (FREE.requests * cpuMs) / 3_600_000;
  return [
    `- A tab makes ${formatNumber(requestsPerHour, 1)} requests in an hour in which somebody sees it, and none while it is hidden: ${formatNumber(FREE.requests)} ÷ ${formatNumber(requestsPerHour, 1)} = ${formatNumber(FREE.requests / requestsPerHour)} hours, or ÷ ${HOURS_PER_MONTH} = ${formatNumber(FREE.requests / requestsPerHour / HOURS_PER_MONTH, 1)} tabs that never close. A 304 is a request too, so only fewer polls help.`,
    `- The function runs once in ${CDN_AGE_S} s and region at most, for the CDN answers in between: ${formatNumber(SECONDS_PER_MONTH)} s ÷ ${CDN_AGE_S} = ${formatNumber(invocations)} invocations in a month without a silent second, of ${formatNumber(FREE.requests)}. The header that many copy, \`s-maxage=1\`, comes to ${formatNumber(SECONDS_PER_MONTH)}.`,
    `- Processor: ${formatMs(cpuMs)} for an answer here, so ${formatNumber(FREE.requests)} of them take ${formatNumber(cpuHours, 1)} h of ${FREE.cpuHours}. Transfer: ${formatNumber(FREE.requests)} answers of ${formatNumber(answerBytes)} bytes with their heads are ${formatNumber(gigabytes, 1)} GB of ${FREE.gigabytes}. Neither is what ends first.`,
    "- Spotify's calls do not grow with any of this: one tab costs what a thousand cost.\n",
  ].join("\n");
}

function writeServer({ requestsPerHour, cpuMs }: Costs): string {
  const perSecond = CPU_MS_PER_SECOND / cpuMs;
  const tabs = (perSecond * 3_600) / requestsPerHour;
  return `On a server of one's own, one processor gives ${formatNumber(CPU_MS_PER_SECOND)} ms in a second, so ${formatNumber(perSecond)} answers, or ${formatNumber(tabs)} tabs at ${formatNumber(requestsPerHour, 1)} requests an hour, if they come evenly. They do not quite: at a song's end all ask within 2 s. A small cache in front makes one request of those.\n`;
}
