import { built } from "./built";
import type { Post, Prose, Tag } from "./model";

/** A year's posts. */
export interface Side {
  /** `A`, `B` … */
  readonly side: string;
  readonly year: number;
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** A tag with the posts that carry it. */
export interface TaggedPosts extends Tag {
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** What may be shown, newest first. */
export const posts: readonly Post[] = built.posts;

/** The page of what the author uses. */
export const uses: Prose = built.uses;

/** The post at an address, where it may be shown. */
export function findPost(slug: string, all: readonly Post[] = posts): Post | undefined {
  return all.find((post) => post.slug === slug);
}

/** The posts before and after one, in time. */
export function findNeighbours(
  slug: string,
  all: readonly Post[] = posts,
): { readonly newer: Post | undefined; readonly older: Post | undefined } {
  const index = all.findIndex((post) => post.slug === slug);
  if (index === -1) return { newer: undefined, older: undefined };
  return { newer: all[index - 1], older: all[index + 1] };
}

/** The years in which something was written, the newest first. */
export function listSides(all: readonly Post[] = posts): readonly Side[] {
  const years = [...new Set(all.map((post) => post.date.slice(0, 4)))];
  return years.map((year) => {
    const written = all.filter((post) => post.date.startsWith(year));
    return { side: written[0]?.side ?? "", year: Number(year), posts: written };
  });
}

/** Every tag in use, by name. */
export function listTags(all: readonly Post[] = posts): readonly TaggedPosts[] {
  const tags = new Map(all.flatMap((post) => post.tags.map((tag) => [tag.slug, tag])));
  return [...tags.values()]
    .map(({ slug: address, name }) => ({
      slug: address,
      name,
      posts: all.filter((post) => post.tags.some(({ slug }) => slug === address)),
    }))
    .toSorted((a, b) => a.slug.localeCompare(b.slug, "en"));
}
