import type { Screen, Style } from "@/scripts/terminal/screen";
import { wrap } from "@/scripts/terminal/words";
import type { Result } from "./result";

const STYLES: Readonly<Record<Result["level"], Style>> = {
  ok: "green",
  warning: "yellow",
  failed: "red",
  "not checked": "dim",
};

const LEVEL_WIDTH = 13;
const CHECK_WIDTH = 15;
const INDENT = " ".repeat(LEVEL_WIDTH + CHECK_WIDTH);

/** The results for a person. */
export function reportResults(results: readonly Result[], { say, paint }: Screen): void {
  for (const result of results) {
    const { level, check, detail, code, cause, fix } = result;
    const texts = [
      ...(code === undefined ? [] : [code]),
      ...(cause === undefined ? [] : [cause]),
      ...(detail === undefined ? [] : [detail]),
      ...(fix === undefined ? [] : [`Do: ${fix}`]),
    ];
    const head = paint(STYLES[level], level.padEnd(LEVEL_WIDTH)) + check.padEnd(CHECK_WIDTH);
    const lines = texts.map((text) => wrap(text, INDENT)).join("\n");
    say(head + lines.slice(INDENT.length));
  }
  say();
  say(paint("bold", summarize(results)));
}

function summarize(results: readonly Result[]): string {
  const count = (level: Result["level"]) => results.filter((each) => each.level === level).length;
  const [failed, warnings] = [count("failed"), count("warning")];
  if (failed === 0 && warnings === 0) return "All is well.";
  const parts = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(warnings > 0 ? [`${warnings} warning${warnings === 1 ? "" : "s"}`] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** The results for a bug report. */
export function reportAsJson(results: readonly Result[], now: number): string {
  const ok = results.every(({ level }) => level !== "failed");
  return JSON.stringify({ ok, at: new Date(now).toISOString(), results }, null, 2);
}
