/** A post as whoever follows the site gets it. All addresses are absolute. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** The whole text, as HTML. */
  readonly html: string;
  readonly published: Date;
  readonly updated: Date;
  readonly tags: readonly { readonly slug: string; readonly name: string }[];
}

/** What the three formats write down, each in its own way. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly author: string;
  /** The site's address. */
  readonly home: string;
  /** The feed's own. */
  readonly self: string;
  /** A square picture of the site. */
  readonly icon: string;
  readonly updated: Date;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}
