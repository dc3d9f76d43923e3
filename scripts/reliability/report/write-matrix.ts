import { writeTable } from "@/scripts/bench/report/write-table";
import { SITUATIONS } from "@/scripts/reliability/matrix/cell";
import type { Cell, Situation } from "@/scripts/reliability/matrix/cell";
import { TROUBLES } from "@/scripts/reliability/matrix/troubles";
import type { Trouble } from "@/scripts/reliability/matrix/troubles";
import { STORES } from "@/scripts/reliability/site/open-place";
import { formatDuration } from "./format-duration";

const HOSTS: readonly (readonly [Trouble["host"], string])[] = [
  ["accounts", "The token endpoint"],
  ["api", "The Web API"],
  ["network", "The way there"],
  ["clock", "The machine’s clock"],
];

const HEADS: Readonly<Record<Situation, string>> = {
  cold: "nothing known",
  known: "a last good reading",
  refreshing: "the access token being renewed",
  rotating: "the refresh token being rotated",
};

/** The matrix as tables: a line for each trouble, a column for each situation, all stores in each cell. */
export function writeMatrix(cells: readonly Cell[]): string {
  const broken = cells.filter(({ problems }) => problems.length > 0);
  return `## The matrix

${cells.length} cells: ${TROUBLES.length} troubles in ${SITUATIONS.length} situations on ${STORES.length} stores (memory, file, Redis). In each, eight visitors come at once and four after them; then all goes right again, and virtual time passes until the music is read. A cell holds what visitors were told, the slowest answer, the calls for tokens and for readings, and how long after the end of the trouble it was read again, if somebody came every few seconds at first and then more seldom; of the three stores the slowest and the most. After a rotation the process is killed as well, and a new one goes on with what is stored.

${broken.length === 0 ? "Every cell holds." : writeBroken(broken)}

${HOSTS.map(([host, title]) => `### ${title}\n\n${writeHost(host, cells)}`).join("\n")}`;
}

function writeBroken(cells: readonly Cell[]): string {
  const lines = cells.map(
    ({ host, trouble, situation, store, problems }) =>
      `- ${host}, ${trouble}, ${HEADS[situation]}, ${store}: ${problems.join(" ")}`,
  );
  return `${cells.length} do not hold:\n\n${lines.join("\n")}`;
}

function writeHost(host: Trouble["host"], cells: readonly Cell[]): string {
  const columns = ["", ...SITUATIONS.map((situation) => HEADS[situation])].map((name) => ({
    name,
  }));
  const own = cells.filter((cell) => cell.host === host);
  const rows = TROUBLES.filter((trouble) => trouble.host === host).map(({ id, label }) => {
    const row = SITUATIONS.map((situation) =>
      describe(own.filter((cell) => cell.trouble === id && cell.situation === situation)),
    );
    return [label].concat(row);
  });
  return writeTable(columns, rows);
}

function describe(cells: readonly Cell[]): string {
  if (cells.length === 0) return "";
  const told = [...new Set(cells.flatMap((cell) => cell.told))].toSorted();
  const slowest = Math.max(...cells.map(({ slowestMs }) => slowestMs));
  const token = Math.max(...cells.map(({ calls }) => calls.token));
  const api = Math.max(...cells.map(({ calls }) => calls.api));
  const after = Math.max(...cells.map(({ recoveredAfterMs }) => recoveredAfterMs));
  const isBySignIn = cells.some(({ recovery }) => recovery === "sign-in");
  const recovery = isBySignIn ? "one sign-in" : formatDuration(after);
  const mark = cells.some(({ problems }) => problems.length > 0) ? " **broken**" : "";
  return `${told.join(" or ")}; ${slowest} ms; ${token} + ${api}; ${recovery}${mark}`;
}
