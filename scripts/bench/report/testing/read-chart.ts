import { measureText } from "@/lib/embeds/measure-text";
import { readSvg } from "@/lib/embeds/testing/read-svg";
import type { SvgElement } from "@/lib/embeds/testing/read-svg";
import { HEADING, LABEL, STRONG } from "@/scripts/bench/report/chart-style";
import { overlapOf } from "@/scripts/bench/report/place-labels";
import type { Box } from "@/scripts/bench/report/place-labels";

interface Words extends Box {
  readonly text: string;
}

/** What stands in a chart and where, in px. Throws where it is not well-formed. */
export function readChart(svg: string) {
  const elements = readSvg(svg);
  const words = elements.filter(({ name }) => name === "text").map(boxOfText);
  return {
    elements,
    words,
    marks: elements.flatMap(boxOfMark),
    /** Pairs of words of which one lies on the other. */
    collisions: words.flatMap((one, i) =>
      words
        .slice(i + 1)
        .filter((other) => overlapOf(one, other) > 0)
        .map((other) => `${one.text} / ${other.text}`),
    ),
  };
}

function boxOfText({ attributes, text }: SvgElement): Words {
  const look = attributes.class ?? "";
  const face = look.includes("heading") ? HEADING : look.includes("strong") ? STRONG : LABEL;
  const width = measureText(text, face);
  const before = { start: 0, middle: width / 2, end: width }[attributes["text-anchor"] ?? "start"];
  const left = Number(attributes.x) - (before ?? 0);
  const baseline = Number(attributes.y);
  return {
    text,
    left,
    right: left + width,
    top: baseline - face.size * 0.75,
    bottom: baseline + 4,
  };
}

function boxOfMark({ name, attributes }: SvgElement): Box[] {
  const read = (key: string) => Number(attributes[key] ?? 0);
  if (name === "rect") {
    const [left, top] = [read("x"), read("y")];
    return [{ left, top, right: left + read("width"), bottom: top + read("height") }];
  }
  if (name !== "circle") return [];
  const [x, y, r] = [read("cx"), read("cy"), read("r")];
  return [{ left: x - r, top: y - r, right: x + r, bottom: y + r }];
}
