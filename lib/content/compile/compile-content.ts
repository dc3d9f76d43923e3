import { isPublished } from "@/lib/content/is-published";
import type { BuiltContent, Post, Prose } from "@/lib/content/model";
import { checkLinks } from "./check-links";
import type { LinkedPage } from "./check-links";
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

/** A file as far as it could be read. */
interface Written {
  readonly file: string;
  readonly slug: string;
  readonly facts: FrontMatter | undefined;
  readonly compiled: CompiledProse | undefined;
}

/** A post of which everything is known. */
type Readable = Written & { readonly facts: FrontMatter; readonly compiled: CompiledProse };

const NOTHING: Prose = {
  tree: { type: "root", children: [] },
  headings: [],
  markdown: "",
  text: "",
  words: 0,
};

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
  const written: Written[] = [];
  for (const source of sources.writing) written.push(await compilePost(source, options, problems));
  const uses = sources.uses && (await compileUses(sources.uses, options, problems));

  problems.push(
    ...checkTags(written.map(({ file, facts }) => ({ file, tags: facts?.tags ?? [] }))),
  );
  const pages = [
    ...written.map((post) => describePage(`/writing/${post.slug}`, post)),
    ...(uses ? [describePage("/uses", uses)] : []),
  ];
  problems.push(...checkLinks(pages, options.today));
  if (problems.length > 0) throw new ContentError(problems);

  const shown = written.filter(isReadable).filter(({ facts }) => isPublished(facts, options));
  return { posts: await arrange(shown, options), uses: uses?.compiled?.prose ?? NOTHING };
}

async function compilePost(
  { file, text: source }: Source,
  options: ContentOptions,
  problems: Problem[],
): Promise<Written> {
  const report = reportTo(problems, file);
  const text = normalize(source);
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/.test(name)) {
    report(
      `the name of the file becomes an address: found ${JSON.stringify(name)}, expected a-z, 0-9 and single dashes before .mdx.`,
    );
  }
  const slug = name.replace(/\.mdx$/, "");
  if (slug === "tags") {
    report("the name of the file becomes an address, and /writing/tags is where the tags are.");
  }
  return {
    file,
    slug,
    facts: parseFrontMatter(text, report),
    compiled: await compileProse(text, options, report),
  };
}

async function compileUses(
  { file, text: source }: Source,
  options: ContentOptions,
  problems: Problem[],
): Promise<Written> {
  const report = reportTo(problems, file);
  const text = normalize(source);
  if (text.startsWith("---\n")) report("front matter is for posts: remove it here.");
  const compiled = await compileProse(text, options, report);
  return { file, slug: "", facts: undefined, compiled };
}

/** Editors of some systems leave a mark at the start and returns at the ends of lines. */
function normalize(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
}

function describePage(path: string, { file, facts, compiled }: Written): LinkedPage {
  return { file, path, post: facts, ids: compiled?.ids, links: compiled?.links ?? [] };
}

function isReadable(post: Written): post is Readable {
  return post.facts !== undefined && post.compiled !== undefined;
}

async function arrange(shown: readonly Readable[], options: ContentOptions): Promise<Post[]> {
  const dates = shown.map(({ slug, facts }) => ({ slug, date: facts.date }));
  const tracks = numberTracks(dates);
  const posts = await Promise.all(
    shown.map(async ({ slug, facts, compiled }): Promise<Post> => {
      const { title, date, updated, summary, tags, draft } = facts;
      return {
        slug,
        title: await polish(title, options.strings),
        date,
        ...(updated === undefined ? {} : { updated }),
        summary: await polish(summary, options.strings),
        tags,
        draft,
        ...(tracks.get(slug) ?? { side: "", track: "" }),
        seconds: compiled.seconds,
        ...compiled.prose,
      };
    }),
  );
  return posts.toSorted((a, b) => compareDates(b, a));
}
