/** A part of the report. */
export interface Section {
  /** Begins with its heading, of the second level, and ends with a line break. */
  readonly markdown: string;
  /** SVG by the names of the files that the Markdown shows, in the folder for charts. */
  readonly charts: Readonly<Record<string, string>>;
}

/** Markdown that shows a chart; its words say what it shows. @param folder of the charts, seen from the report */
export function showChart(folder: string, file: string, description: string): string {
  return `![${description.replace(/[[\]\\]/g, "\\$&")}](${folder}/${file})\n`;
}
