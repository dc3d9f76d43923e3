import { isPublished } from "@/lib/content/is-published";
import type { BuiltContent, Post } from "@/lib/content/model";
import { checkLinks } from "./check-links";
import { checkTags } from "./check-tags";
import { compileProse } from "./compile-prose";
import type { CompiledProse, ProseOptions } from "./compile-prose";
import { compareDates, numberTracks } from "./number-tracks";
import { parseFrontMatter } from "./parse-front-matter";
import type { FrontMatter } from "./parse-front-matter";
import { polish } from "./polish";
import { ContentError, reportTo } from "./problems";
import type { Problem } from "./problems";

/** A file of content/. */
export interface Source {
  /** Relative to the project, such as `content/writing/a-post.mdx`. */
  readonly file: string;
  readonly text: string;
}

export interface ContentSources {
  readonly writing: readonly Source[];
  readonly uses?: Source | undefined;
}

export interface ContentOptions extends ProseOptions {
  /** `YYYY-MM-DD`, as days are counted in the author's time zone. */
  readonly today: string;
  readonly showDrafts: boolean;
}

interface CompiledPost {
  readonly file: string;
  readonly slug: string;
  readonly facts: FrontMatter;
  readonly compiled: CompiledProse;
}

/**
 * Compiles all that was written, and holds what belongs together to the rules. What may not be shown is
 * read as well, so that its mistakes are known before its day, and is nowhere in what comes back.
 *
 * @throws ContentError with everything that is wrong in any file
 */
export async function compileContent(
  sources: ContentSources,
  options: ContentOptions,
): Promise<BuiltContent> {
  const problems: Problem[] = [];
  const written: CompiledPost[] = [];
  for (const source of sources.writing) {
    const post = await compilePost(source, options, problems);
    if (post) written.push(post);
  }
  const uses = sources.uses && (await compileUses(sources.uses, options, problems));

  problems.push(...checkTags(written.map(({ file, facts }) => ({ file, tags: facts.tags }))));
  // A page that could not be read would make every link to it a second problem.
  if (problems.length === 0)
    problems.push(...followLinks(written, sources.uses, uses, options.today));
  if (problems.length > 0) throw new ContentError(problems);

  const shown = written.filter(({ facts }) => isPublished(facts, options));
  return { posts: await order(shown, options), uses: uses?.prose ?? EMPTY };
}

const EMPTY = {
  tree: { type: "root" as const, children: [] },
  headings: [],
  markdown: "",
  text: "",
  words: 0,
};

async function compilePost(
  { file, text: source }: Source,
  options: ContentOptions,
  problems: Problem[],
): Promise<CompiledPost | undefined> {
  const report = reportTo(problems, file);
  const text = normalize(source);
  const slug = /([^/]*)\.mdx$/.exec(file)?.[1] ?? "";
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    report(
      `the name of the file becomes an address: found ${JSON.stringify(slug)}, expected a-z, 0-9 and single dashes.`,
    );
  }
  const facts = parseFrontMatter(text, report);
  const compiled = await compileProse(text, options, report);
  return facts && compiled && { file, slug, facts, compiled };
}

async function compileUses(
  { file, text: source }: Source,
  options: ContentOptions,
  problems: Problem[],
): Promise<CompiledProse | undefined> {
  const report = reportTo(problems, file);
  const text = normalize(source);
  if (text.startsWith("---\n")) report("front matter is for posts: remove it here.");
  return compileProse(text, options, report);
}

/** Editors of some systems leave a mark at the start and returns at the ends of lines. */
function normalize(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
}

function followLinks(
  written: readonly CompiledPost[],
  usesSource: Source | undefined,
  uses: CompiledProse | undefined,
  today: string,
): Problem[] {
  const pages = written.map(({ file, slug, facts, compiled }) => {
    return { file, path: `/writing/${slug}`, post: facts, ...compiled };
  });
  const page = usesSource && uses ? [{ file: usesSource.file, path: "/uses", ...uses }] : [];
  return checkLinks([...pages, ...page], today);
}

async function order(shown: readonly CompiledPost[], { strings }: ContentOptions): Promise<Post[]> {
  const tracks = numberTracks(shown.map(({ slug, facts }) => ({ slug, date: facts.date })));
  const posts = await Promise.all(
    shown.map(async ({ slug, facts, compiled }): Promise<Post> => {
      const { updated, ...others } = facts;
      return {
        slug,
        ...others,
        title: await polish(facts.title, strings),
        summary: await polish(facts.summary, strings),
        ...(updated === undefined ? {} : { updated }),
        ...(tracks.get(slug) ?? { side: "", track: "" }),
        ...compiled.prose,
        seconds: compiled.seconds,
      };
    }),
  );
  return posts.toSorted((a, b) => compareDates(b, a));
}
