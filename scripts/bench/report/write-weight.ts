import { listWeightBudgets } from "@/scripts/bench/weight/check-weight";
import { PUBLISHED_SCRIPTS, REPORTED, WEIGHED_ON } from "@/scripts/bench/weight/published";
import type { VisitedPage, Weight, WeightResults } from "@/scripts/bench/weight/results";
import { drawBars } from "./draw-bars";
import type { Bar } from "./draw-bars";
import { formatBytes, formatNumber, formatRatio } from "./numbers";
import { showChart } from "./section";
import type { Section } from "./section";
import { writeBudgets } from "./write-budgets";
import { writeTable } from "./write-table";

const CHART = "weight-of-embeds.svg";

const NONE = "–";

/**
 * The part of the report about weight.
 *
 * @param folder where the charts will lie, seen from the report
 */
export function writeWeight(results: WeightResults, folder: string): Section {
  const parts = [
    "## Weight\n",
    "What a face weighs is what its bodies weigh after gzip at level 9, unless it says otherwise: the same on every machine and behind every server. 1 kB is 1,024 bytes. What it can be held against was built in the same run, with the same Next.\n",
    "### Pages\n",
    writePages(results),
    `A browser that had nothing of the site counted type and requests, until nothing more came: the document, its style sheets and scripts, the type, the state, and the cover.\n`,
    "### The footer\n",
    writeFooter(results),
    "### What others embed\n",
    writeEmbeds(results),
    writeHeads(results),
    "### Beside embeds that others publish\n",
    showChart(folder, CHART, describeChart(results)),
    `Only ours were weighed in this run. The others do more than ours, or less. Of those with a figure we compressed what they publish on ${WEIGHED_ON}; of the rest we repeat what their sources report.\n`,
    writePublished(),
    "### Held to\n",
    writeBudgets(listWeightBudgets(results)),
  ];
  return { markdown: parts.join("\n"), charts: { [CHART]: drawChart(results) } };
}

function writePages({ pages, empty }: WeightResults): string {
  const describePage = ({ path, script, style, html, typeBytes, requests }: VisitedPage) => [
    path === "/" ? "front page" : `longest post, \`${path}\``,
    formatBytes(script.gzip),
    formatBytes(script.gzip - empty.script.gzip),
    formatBytes(style.gzip),
    formatBytes(html.gzip),
    formatBytes(typeBytes),
    formatNumber(requests),
  ];
  const floor = [empty.script, undefined, empty.style, empty.html, undefined, undefined];
  return writeTable(
    [
      { name: "Page" },
      { name: "JavaScript", isNumber: true },
      { name: "above the floor", isNumber: true },
      { name: "CSS", isNumber: true },
      { name: "HTML", isNumber: true },
      { name: "type", isNumber: true },
      { name: "requests", isNumber: true },
    ],
    [
      ["floor: an empty Next app", ...floor.map((part) => (part ? formatBytes(part.gzip) : NONE))],
      ...pages.map(describePage),
    ],
  );
}

function writeFooter({ footer: { nothing, swr, footer } }: WeightResults): string {
  const added = (weight: Weight) => weight.gzip - nothing.gzip;
  const row = (name: string, weight: Weight) => [
    name,
    formatBytes(weight.gzip),
    formatBytes(added(weight)),
  ];
  const table = writeTable(
    [
      { name: "Page with" },
      { name: "JavaScript", isNumber: true },
      { name: "added", isNumber: true },
    ],
    [
      row("nothing", nothing),
      row("floor: SWR and a fetch, nothing drawn", swr),
      row("the live footer, nothing else", footer),
    ],
  );
  return `${table}\nThree pages of one app. The footer adds ${formatBytes(added(footer))}, ${formatBytes(footer.gzip - swr.gzip)} more than a page that calls \`useSWR\` and does nothing else.\n`;
}

function writeEmbeds({ element, frame, card, badge, answer }: WeightResults): string {
  const faces = [
    ["element, `/embed.js`", element, "no script: a link"],
    ["iframe's document, `/embed`", frame, "no script: a link"],
    ["card, `/now-playing.svg`", card, "the cover in it"],
    ["badge, `/api/now-playing/badge`", badge, "the keys that shields.io demands"],
    ["answer, `/api/now-playing`", answer, "title, artists, link, cover, start and duration"],
  ] as const;
  return writeTable(
    [
      { name: "Face" },
      { name: "as it is", isNumber: true },
      { name: "gzip", isNumber: true },
      { name: "Floor" },
      { name: "as it is", isNumber: true },
      { name: "of it", isNumber: true },
    ],
    faces.map(([name, { bytes, gzip, floor }, least]) => [
      name,
      formatBytes(bytes),
      formatBytes(gzip),
      least,
      floor ? formatBytes(floor.bytes) : NONE,
      floor ? formatRatio(bytes / floor.bytes) : NONE,
    ]),
  );
}

function writeHeads({ answer, heads }: WeightResults): string {
  const whole = heads.answer + answer.bytes;
  return `While a song plays its answer does not change, so whoever has it is sent a 304 without a body: ${formatBytes(heads.notModified)} of status line and headers, against ${formatBytes(whole)} of headers and body. A card never exceeds its budget, whatever the cover: one that would not fit is encoded anew or left out.\n`;
}

function drawChart(results: WeightResults): string {
  return drawBars({
    title: "What an embed brings along",
    description: describeChart(results),
    unit: "Script, style and markup after gzip",
    groups: [
      {
        name: "Weighed in this run",
        bars: [
          makeBar("<now-playing>", results.element.gzip, true),
          makeBar("iframe’s document", results.frame.gzip, true),
        ],
      },
      {
        name: "Published elsewhere",
        bars: PUBLISHED_SCRIPTS.map(({ name, gzip }) => makeBar(name, gzip, false)),
      },
    ],
  });
}

function makeBar(name: string, value: number, isOurs: boolean): Bar {
  return { name, value, isOurs, label: formatBytes(value) };
}

function describeChart({ element, frame }: WeightResults): string {
  const others = PUBLISHED_SCRIPTS.map(({ name, gzip }) => `${name} ${formatBytes(gzip)}`);
  return `What embeds weigh after gzip: the element ${formatBytes(element.gzip)}, the iframe's document ${formatBytes(frame.gzip)}; published elsewhere: ${others.join(", ")}.`;
}

function writePublished(): string {
  return writeTable(
    [{ name: "Embed" }, { name: "gzip", isNumber: true }, { name: "What" }, { name: "Source" }],
    [
      ...PUBLISHED_SCRIPTS.map(({ name, what, gzip, source }) => [
        name,
        formatBytes(gzip),
        what,
        `[its package](${source})`,
      ]),
      ...REPORTED.map(({ name, what, source }) => [name, NONE, what, `[a report](${source})`]),
    ],
  );
}
