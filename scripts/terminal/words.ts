/** Longest line on the screen, in characters. */
const WIDTH = 78;

/** Breaks a text into lines that end before the screen does; a word that is longer stays whole. */
export function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && indent.length + longer.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => indent + each).join("\n");
}

/** A name or a title from elsewhere, without what a terminal would obey. */
export function printable(text: string, longest = 100): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}

const UNITS = [
  { name: "day", ms: 24 * 60 * 60_000 },
  { name: "hour", ms: 60 * 60_000 },
  { name: "minute", ms: 60_000 },
  { name: "second", ms: 1_000 },
] as const;

/** A span of time in the unit that suits it, rounded up from 1 second on: `14 hours`. */
export function describeSpan(ms: number): string {
  const unit = UNITS.find((each) => ms >= 2 * each.ms) ?? UNITS[3];
  const count = Math.max(1, Math.ceil(ms / unit.ms));
  return `${count} ${unit.name}${count === 1 ? "" : "s"}`;
}

/** A moment (epoch ms) as the day and minute in UTC. */
export function describeMoment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** A moment (epoch ms) as its day in UTC. */
export function describeDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
