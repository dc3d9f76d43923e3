import { SiteLink } from "@/components/site/site-link";
import type { TaggedPosts } from "@/lib/content/posts";

/** What is written about, and how often. */
export function Subjects({ tags }: { readonly tags: readonly TaggedPosts[] }) {
  return (
    <ul className="subjects">
      {tags.map(({ slug, name, posts }) => (
        <li key={slug}>
          <SiteLink className="link" href={`/writing/tags/${slug}`}>
            {name}
          </SiteLink>
          <span className="subject-count tabular">{posts.length}</span>
        </li>
      ))}
    </ul>
  );
}
