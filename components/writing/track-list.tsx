import { ViewTransition } from "react";
import { SiteLink } from "@/components/site/site-link";
import { formatRunningTime } from "@/lib/content/format-running-time";
import type { Post } from "@/lib/content/model";
import { writingStrings } from "@/lib/site/strings";

/** Posts as the tracks of a record: number, title, and at the right how long it runs. */
export function TrackList({ posts }: { readonly posts: readonly Post[] }) {
  return (
    <ol className="tracks">
      {posts.map(({ slug, track, title, summary, seconds, draft }) => (
        <li key={slug} className="track">
          <SiteLink className="track-way" href={`/writing/${slug}`}>
            <span className="track-number tabular">{track}</span>
            <ViewTransition name={`title-${slug}`} share="title" default="none">
              <span className="track-title">{title}</span>
            </ViewTransition>
            <span className="track-time tabular">{formatRunningTime(seconds)}</span>
          </SiteLink>
          <p className="track-line">{summary}</p>
          {draft && <p className="track-line caps">{writingStrings.draft}</p>}
        </li>
      ))}
    </ol>
  );
}
