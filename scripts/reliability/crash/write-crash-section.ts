import { formatNumber } from "@/scripts/bench/report/numbers";
import { writeTable } from "@/scripts/bench/report/write-table";
import type { KillResults, PointCount } from "./kill-results";
import type { WindowResults } from "./measure-window";
import type { RealCount } from "./kill-for-real";
import type { RealKillResults } from "./measure-real-kills";
import type { Plot } from "./play";

/** All that was measured of processes that die. */
export interface CrashResults {
  readonly staged: KillResults;
  readonly real: RealKillResults;
  readonly window: WindowResults;
}

/** The part of the report that tells what a kill can lose, as Markdown. */
export function writeCrashSection({ staged, real, window }: CrashResults): string {
  const violations = [...staged.violations, ...real.plots.flatMap(({ violations }) => violations)];
  const realLost = sum(real.plots, ({ tokensLost }) => tokensLost);
  return [
    "## Processes that die",
    "A process can be killed at any moment: by the system, by a deployment, by hand. What it was about to keep is what the author would miss: the newest refresh token above all.",
    `### ${formatNumber(staged.kills)} deaths between two steps`,
    `The real connection, the real budget and the real stores run on a stage, where one file operation, Redis command or request happens at a time and the clock is virtual. A process dies before, in the middle of or after a step that chance chooses (seed ${staged.seed}); ${formatNumber(staged.distinctPoints)} different points were hit. After each death it is checked that every stored value can be read, that the old or the new refresh token is stored, that the next process renews it and reads within 11 s, that nothing is left over after a while, and that no call went uncounted.`,
    writeFigures(
      ["store", "old token"],
      ["processes", "deaths", "tokens that died with the process"],
      staged.plots.map((plot) => [
        ...describePlot(plot),
        plot.processes,
        plot.kills,
        plot.tokensLost,
      ]),
    ),
    writeFigures(
      ["step"],
      ["died before", "in the middle", "after"],
      staged.points.map(({ kind, before, half, after }) => [kind, before, half, after]),
    ),
    `${formatNumber(staged.left.drafts)} deaths left a draft and ${formatNumber(staged.left.mutexes)} a mutex; all of them were swept. It took ${Math.round(staged.tookSeconds)} s.`,
    `### ${formatNumber(real.kills)} real SIGKILLs`,
    `Processes renew the token as fast as they can against the emulator over real HTTP, and are killed at random moments. So that a turn which a killed one held does not hold up the next for ten seconds, turns last a twentieth of that here.`,
    writeFigures(
      ["store", "old token"],
      ["processes", "kills", "in a write", "tokens lost", "unreadable"],
      real.plots.map((plot) => [
        ...describePlot(plot, "stays good"),
        plot.processes,
        plot.kills,
        describeMidWrite(plot),
        plot.tokensLost,
        plot.storesUnreadable,
      ]),
    ),
    `${formatNumber(sum(real.plots, ({ renewals }) => renewals))} renewals were made. It took ${Math.round(real.tookSeconds)} s.`,
    "### What can be lost, and what follows",
    "Where the old refresh token stays good until the new one is used, no kill loses anything.",
    `Where it dies the moment Spotify answers, a process that is killed between that answer and the end of its write takes the only good token with it; nobody can keep what was never written. On this machine that takes ${ms(window.file.medianMs)} on files and ${ms(window.redis.medianMs)} on Redis (medians of ${window.renewals} renewals over real HTTP; the longest were ${ms(window.file.longestMs)} and ${ms(window.redis.longestMs)}), once an hour. Here ${formatNumber(sumStagedLost(staged))} of the staged deaths fell into it${describeWhere(staged.lostAt)}, and ${formatNumber(realLost)} of the real kills, whose processes did little but renew. Each time the next process said so (\`reauthorize\`, with the way to sign in), and one sign-in mended it.`,
    violations.length === 0
      ? "Nothing else was found: no other token lost, no store unreadable, no call uncounted."
      : `What should not have been:\n\n${violations.map((what) => `- ${what}`).join("\n")}`,
  ].join("\n\n");
}

/** The emulator lets an old token live on for good; the stage only until the new one is used. */
function describePlot(
  { store, rotation }: Plot,
  lenient = "good until the new one is used",
): [string, string] {
  const oldToken = rotation === "strict" ? "dead with the answer" : lenient;
  return [store === "file" ? "files" : "Redis", oldToken];
}

/** On Redis a write is one command: nothing of a half one can be seen. */
function describeMidWrite({ store, midWrite }: RealCount): number | string {
  return store === "file" ? midWrite : "";
}

function describeWhere(points: readonly PointCount[]): string {
  const steps = points
    .map(({ kind, before, half, after }) => ({ kind, deaths: before + half + after }))
    .toSorted((a, b) => b.deaths - a.deaths)
    .map(({ kind, deaths }) => `${kind} ${deaths}`);
  return steps.length === 0 ? "" : ` (${steps.join(", ")})`;
}

function sumStagedLost({ plots }: KillResults): number {
  return sum(plots, ({ tokensLost }) => tokensLost);
}

function sum<T>(rows: readonly T[], read: (row: T) => number): number {
  return rows.reduce((total, row) => total + read(row), 0);
}

/** A table of words, and figures after them. */
function writeFigures(
  words: readonly string[],
  figures: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const columns = [
    ...words.map((name) => ({ name })),
    ...figures.map((name) => ({ name, isNumber: true })),
  ];
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? formatNumber(cell) : cell)),
  );
  return writeTable(columns, cells).trimEnd();
}

const ms = (value: number): string => `${formatNumber(value, 1)} ms`;
