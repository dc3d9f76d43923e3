import { addressTwin } from "@/lib/content/addresses";
import type { Post } from "@/lib/content/model";
import { absolute } from "@/lib/site/absolute";
import type { SiteFacts } from "@/lib/site/facts";
import { pages } from "@/lib/site/pages";

interface LlmsWords {
  readonly writing: string;
  readonly pages: string;
  readonly machines: string;
  readonly optional: string;
  readonly nowPlaying: string;
  readonly schema: string;
  readonly sitemap: string;
}

interface Llms {
  readonly site: Pick<SiteFacts, "title" | "description" | "bio">;
  readonly posts: readonly Post[];
  readonly words: LlmsWords;
}

/** What there is to read, for language models (https://llmstxt.org). */
export function writeLlms({ site, posts, words }: Llms, home: URL): string {
  const link = (name: string, path: string, note?: string) =>
    `- [${escapeMarkdown(name)}](${absolute(home, path)})${note ? `: ${escapeMarkdown(note)}` : ""}`;
  const { uses, projects, listening } = pages;
  const sections = [
    [
      words.writing,
      posts.map(({ title, slug, summary }) => link(title, addressTwin(slug), summary)),
    ],
    [
      words.pages,
      [
        link(uses.title, uses.markdown, uses.description),
        link(projects.title, projects.path, projects.description),
        link(listening.title, listening.path, listening.description),
      ],
    ],
    [
      words.machines,
      [
        link("JSON Feed", "/feed.json"),
        link("Atom", "/atom.xml"),
        link("RSS", "/feed.xml"),
        link(words.nowPlaying, "/api/now-playing"),
        link(words.schema, "/now-playing.schema.json"),
      ],
    ],
    [words.optional, [link(words.sitemap, "/sitemap.xml")]],
  ] as const;
  const parts = [
    `# ${escapeMarkdown(site.title)}`,
    `> ${escapeMarkdown(site.description)}`,
    ...site.bio.map(escapeMarkdown),
    ...sections
      .filter(([, links]) => links.length > 0)
      .map(([heading, links]) => `## ${escapeMarkdown(heading)}\n\n${links.join("\n")}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Text that stays itself in one line of Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}
