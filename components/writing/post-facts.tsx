import type { ReactNode } from "react";
import { SiteLink } from "@/components/site/site-link";
import { formatDate } from "@/lib/content/format-date";
import { formatRunningTime } from "@/lib/content/format-running-time";
import type { Post } from "@/lib/content/model";
import { writingStrings as words } from "@/lib/site/strings";

/** What stands beside a post: when, how long, about what. */
export function PostFacts({ post }: { readonly post: Post }) {
  const { date, updated, seconds, tags, draft } = post;
  return (
    <dl className="post-facts">
      <Fact name={words.date}>
        <time dateTime={date}>{formatDate(date)}</time>
        {draft && ` (${words.draft})`}
      </Fact>
      {updated && (
        <Fact name={words.updated}>
          <time dateTime={updated}>{formatDate(updated)}</time>
        </Fact>
      )}
      <Fact name={words.length}>
        <time className="tabular" dateTime={`PT${seconds}S`}>
          {formatRunningTime(seconds)}
        </time>
      </Fact>
      {tags.length > 0 && (
        <Fact name={words.subjects}>
          {tags.map(({ slug, name }, index) => (
            <span key={slug}>
              {index > 0 && ", "}
              <SiteLink className="link" href={`/writing/tags/${slug}`}>
                {name}
              </SiteLink>
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="post-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
