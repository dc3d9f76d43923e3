import { toHtml } from "hast-util-to-html";
import type { Post } from "@/lib/content/model";
import type { ContentOptions, Source } from "@/lib/content/compile/compile-content";
import { compileContent } from "@/lib/content/compile/compile-content";
import { ContentError } from "@/lib/content/compile/problems";

/** One picture lies in this site's public/. */
export const OPTIONS: ContentOptions = {
  today: "2026-11-20",
  showDrafts: false,
  components: ["Tempo"],
  language: "en",
  strings: {
    footnotes: "Notes",
    backToText: "Back to the text",
    table: "Table",
    quotes: { opening: { double: "“", single: "‘" }, closing: { double: "”", single: "’" } },
  },
  measurePicture: async (path) =>
    path === "/pictures/sleeve.png" ? { width: 640, height: 480 } : undefined,
};

interface Fields {
  readonly title?: string;
  readonly date?: string;
  readonly draft?: boolean;
  readonly tags?: string;
}

/** A post with front matter that is in order. Its body begins in line 8. */
export function writePost(slug: string, body: string, fields: Fields = {}): Source {
  const { title = "A post", date = "2026-11-01", draft = false, tags = "[]" } = fields;
  return {
    file: `content/writing/${slug}.mdx`,
    text: `---\ntitle: ${title}\ndate: ${date}\nsummary: Something.\ntags: ${tags}\ndraft: ${draft}\n---\n${body}\n`,
  };
}

/** @throws ContentError */
export async function compileBody(body: string): Promise<Post> {
  const { posts } = await compileContent({ writing: [writePost("a-post", body)] }, OPTIONS);
  const [post] = posts;
  if (post === undefined) throw new Error("The post is not shown.");
  return post;
}

export async function render(body: string): Promise<string> {
  return toHtml((await compileBody(body)).tree);
}

/** What is wrong in some files, a line each: `a-post.mdx:8:1 …` */
export async function findProblems(...writing: readonly Source[]): Promise<string[]> {
  try {
    await compileContent({ writing }, OPTIONS);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(({ file, line, column, message }) => {
      const name = file.replace("content/writing/", "");
      return `${[name, line, column].filter(Boolean).join(":")} ${message}`;
    });
  }
}

/** What is wrong in the body of a post. */
export function findProblemsIn(body: string): Promise<string[]> {
  return findProblems(writePost("a-post", body));
}
