import { addressPost, addressTag } from "@/lib/content/addresses";
import type { Post } from "@/lib/content/model";
import { pages } from "@/lib/site/pages";

/** A page that is open to all. */
export interface PublicPage {
  /** Below the site's own address. */
  readonly path: string;
  /** `YYYY-MM-DD`, where a day is known on which what it shows was changed. */
  readonly changed?: string | undefined;
}

/** Every page that is open to all. */
export function listPages(posts: readonly Post[]): readonly PublicPage[] {
  const tags = [...new Set(posts.flatMap((post) => post.tags.map(({ slug }) => slug)))].toSorted();
  return [
    { path: pages.home.path, changed: findChange(posts) },
    { path: pages.writing.path, changed: findChange(posts) },
    ...posts.map((post) => ({ path: addressPost(post.slug), changed: findChange([post]) })),
    ...tags.map((tag) => ({
      path: addressTag(tag),
      changed: findChange(posts.filter((post) => post.tags.some(({ slug }) => slug === tag))),
    })),
    { path: pages.projects.path },
    { path: pages.uses.path },
    { path: pages.listening.path },
    { path: pages.widget.path },
  ];
}

/** The latest day on which one of the posts was written or changed. */
function findChange(posts: readonly Post[]): string | undefined {
  return posts
    .map(({ date, updated }) => updated ?? date)
    .toSorted()
    .at(-1);
}
