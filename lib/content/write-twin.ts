import type { Post, Prose } from "@/lib/content/model";
import { absolute } from "@/lib/site/absolute";
import type { SiteFacts } from "@/lib/site/facts";

interface Twin {
  readonly path: string;
  readonly title: string;
  readonly author: SiteFacts["name"];
  readonly prose: Pick<Prose, "markdown"> & Partial<Pick<Post, "date" | "updated" | "summary">>;
}

/** A page as Markdown, with what it says of itself as YAML before it. */
export function writeTwin({ path, title, author, prose }: Twin, home: URL): string {
  const { date, updated, summary, markdown } = prose;
  const facts = { title, date, updated, author, summary, url: absolute(home, path) };
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${quote(value ?? "")}`);
  return `---\n${lines.join("\n")}\n---\n\n${markdown.trim()}\n`;
}

/** Text that YAML reads as text, whatever it says: a JSON string is one of YAML, all on one line. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
