interface Dated {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly draft: boolean;
}

interface Moment {
  /** `YYYY-MM-DD`, as days are counted in the author's time zone. */
  readonly today: string;
  /** true: for the author's own eyes, who sees drafts and what is dated ahead too. */
  readonly showDrafts: boolean;
}

/** Whether a post may be shown. The one gate: what does not pass it is nowhere in what is generated. */
export function isPublished(post: Dated, { today, showDrafts }: Moment): boolean {
  return showDrafts || (!post.draft && post.date <= today);
}
