import type { Root } from "hast";

/** A heading that can be linked to. */
export interface Heading {
  readonly depth: 2 | 3;
  readonly id: string;
  readonly text: string;
}

/** A tag as its author wrote it, and as it stands in an address. */
export interface Tag {
  readonly slug: string;
  readonly name: string;
}

/** Text of the author's, as it was compiled from MDX: one tree for page, feeds, search and twin. */
export interface Prose {
  /**
   * HTML, highlighted, with what `content/components.tsx` names as elements of that name (`Tempo`). Links
   * within the site begin with `/` and know no base path.
   */
  readonly tree: Root;
  readonly headings: readonly Heading[];
  /** Markdown without front matter: the twin of the page, for machines. */
  readonly markdown: string;
  /** What is read of it, without code: for the search. */
  readonly text: string;
  readonly words: number;
}

/** A post that may be shown. */
export interface Post extends Prose {
  /** The name of its file, and its address: `/writing/<slug>`. */
  readonly slug: string;
  readonly title: string;
  /** `YYYY-MM-DD`, as days are counted in the author's time zone. */
  readonly date: string;
  /** `YYYY-MM-DD` of the last change that readers should know of. */
  readonly updated?: string;
  /** One sentence or two. */
  readonly summary: string;
  readonly tags: readonly Tag[];
  /** true: shown by the development server only. */
  readonly draft: boolean;
  /** The year's letter: `A` is the first year in which anything was written. After `Z` comes `AA`. */
  readonly side: string;
  /** Side and place of the year: `B2`. A later post never changes it. */
  readonly track: string;
  /** Reading time in seconds: set as a running time is, `7:42`. */
  readonly seconds: number;
}

/** What was compiled from `content/`. */
export interface BuiltContent {
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly uses: Prose;
}
