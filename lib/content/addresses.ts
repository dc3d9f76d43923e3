/** Where a post stands, below the site's own address. */
export function addressPost(slug: string): string {
  return `/writing/${slug}`;
}

/** The post as Markdown, for machines. */
export function addressTwin(slug: string): string {
  return `${addressPost(slug)}.md`;
}

/** What a post is recommended with. */
export function addressPicture(slug: string): string {
  return `${addressPost(slug)}/picture.png`;
}

/** The posts that carry a tag. */
export function addressTag(slug: string): string {
  return `/writing/tags/${slug}`;
}
