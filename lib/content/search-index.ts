import type { searchStrings } from "@/lib/site/strings";
import { addressPost, addressTag } from "./addresses";
import { formatRunningTime } from "./format-running-time";
import type { Heading, Post } from "./model";
import type { TaggedPosts } from "./posts";
import { phraseCount } from "./search-index-phrases";
import type { CountPhrases } from "./search-index-phrases";

/** A place on a page that can be linked to. */
export type IndexedHeading = Pick<Heading, "id" | "text">;

/** A page of the site that is not a post, or a project on one. */
export interface IndexedPage {
  /** Below the site's own address, such as `/uses`. */
  readonly href: string;
  readonly title: string;
  readonly line: string;
  readonly headings?: readonly IndexedHeading[];
  readonly text?: string | undefined;
}

/** Something that can be found: a line of the index. */
export interface IndexEntry extends IndexedPage {
  readonly kind: "page" | "post" | "project" | "tag";
  /** Stands at the right: how long a post runs, or what else it is. */
  readonly aside: string;
  /** Of a post: `B2`. */
  readonly track?: string;
  /** Names of what a post is about. */
  readonly tags?: readonly string[];
}

/** What `/search.json` holds. */
export interface SearchIndex {
  readonly words: typeof searchStrings;
  readonly entries: readonly IndexEntry[];
}

/** What the index says in words of its own. */
export interface IndexWords {
  readonly kinds: Readonly<Record<Exclude<IndexEntry["kind"], "post">, string>>;
  /** `{n}` is how many posts carry a tag, `{tracks}` are their numbers. */
  readonly tagLine: CountPhrases;
}

/** What there is to be found. */
export interface Findable {
  readonly pages: readonly IndexedPage[];
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly projects: readonly IndexedPage[];
  readonly tags: readonly TaggedPosts[];
}

/**
 * The index at the back of the record: what there is, and where. Its addresses know no base path, and no
 * origin.
 *
 * @param language BCP 47 tag of the words
 */
export function describeIndex(
  { pages, posts, projects, tags }: Findable,
  { kinds, tagLine }: IndexWords,
  language: string,
): readonly IndexEntry[] {
  return [
    ...pages.map((page): IndexEntry => ({ kind: "page", ...page, aside: kinds.page })),
    ...posts.map(describePost),
    ...projects.map((project): IndexEntry => ({
      kind: "project",
      ...project,
      aside: kinds.project,
    })),
    ...tags.map(({ slug, name, posts }): IndexEntry => ({
      kind: "tag",
      href: addressTag(slug),
      title: name,
      line: phraseTracks(posts, tagLine, language),
      aside: kinds.tag,
    })),
  ];
}

function describePost(post: Post): IndexEntry {
  return {
    kind: "post",
    href: addressPost(post.slug),
    track: post.track,
    title: post.title,
    line: post.summary,
    aside: formatRunningTime(post.seconds),
    tags: post.tags.map(({ name }) => name),
    headings: listPlaces(post.headings),
    text: post.text,
  };
}

/** The headings, without what the search has no use for. */
export function listPlaces(headings: readonly Heading[]): readonly IndexedHeading[] {
  return headings.map(({ id, text }) => ({ id, text }));
}

function phraseTracks(posts: readonly Post[], phrases: CountPhrases, language: string): string {
  const tracks = posts.map(({ track }) => track).toReversed();
  return phraseCount(posts.length, phrases, language).replace("{tracks}", tracks.join(", "));
}
