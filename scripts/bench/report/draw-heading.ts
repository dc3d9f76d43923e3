import { cutText } from "@/lib/embeds/cut-text";
import { escapeXml } from "@/lib/embeds/escape-xml";
import { CHART_WIDTH, HEADING, LABEL, MARGIN } from "./chart-style";

/** The title of a chart, and below it what its figures are. */
export function drawHeading(title: string, unit: string): string {
  const room = CHART_WIDTH - 2 * MARGIN;
  const heading = `<text class="ink heading" x="${MARGIN}" y="43">${escapeXml(cutText(title, room, HEADING))}</text>`;
  return `${heading}<text class="muted" x="${MARGIN}" y="70">${escapeXml(cutText(unit, room, LABEL))}</text>`;
}
