import { escapeHtml } from "@/emulator/http/escape-html";
import { round } from "./shapes";

const margin = 40;
const face =
  "font-family=\"Archivo, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\"";
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** The title, heavy and tight, and the credit under a rule: at most three lines, in the top 176. */
export function setType(title: string, credit: string, note: string, colour: string): string {
  const { size, lines } = fitTitle(keepPrintable(title));
  const end = rightToLeft.test(title);
  const anchor = end ? `x="${640 - margin}" text-anchor="end"` : `x="${margin}"`;
  const rows = lines.map((line, index) => {
    const y = round(26 + size * 0.78 + index * size * 1.02);
    return `<text ${anchor} y="${y}" ${face} font-weight="800" font-size="${size}" letter-spacing="${end ? 0 : round(-size * 0.035)}" fill="${colour}">${escapeHtml(line)}</text>`;
  });
  const small = `${face} font-weight="600" font-size="17" letter-spacing=".2" fill="${colour}"`;
  return `${rows.join("")}<rect x="${margin}" y="142" width="${640 - 2 * margin}" height="1.5" fill="${colour}"/>
<text x="${margin}" y="167" ${small}>${escapeHtml(shorten(keepPrintable(credit), 44))}</text>
<text x="${640 - margin}" y="167" text-anchor="end" ${small}>${escapeHtml(note)}</text>`;
}

function fitTitle(title: string): { size: number; lines: string[] } {
  for (const size of [64, 52, 44, 36]) {
    const lines = breakLines(title, size);
    if (lines.length * size <= 105) return { size, lines };
  }
  return { size: 30, lines: breakLines(shorten(title, 90), 30).slice(0, 3) };
}

// A heavy grotesk is a little over half an em wide on average. A guess is enough: lines are broken early.
function breakLines(title: string, size: number): string[] {
  const perLine = Math.floor((640 - 2 * margin) / (size * 0.56));
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > perLine)
      lines.push(shorten(word, perLine));
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function shorten(value: string, length: number): string {
  const characters = Array.from(value);
  return characters.length <= length ? value : `${characters.slice(0, length - 1).join("")}…`;
}

// XML has no place for control characters and halves of surrogate pairs, not even escaped.
function keepPrintable(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
