import { ViewTransition } from "react";
import { SiteLink } from "@/components/site/site-link";
import { formatRunningTime } from "@/lib/content/format-running-time";
import type { Post } from "@/lib/content/model";
import { writingStrings } from "@/lib/site/strings";

interface TrackListProps {
  readonly posts: readonly Post[];
  /** Whether each is told of in a sentence. */
  readonly isBrief?: boolean;
}

/** Posts as the tracks of a record: number, title, and at the right how long it runs. */
export function TrackList({ posts, isBrief = false }: TrackListProps) {
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
          {!isBrief && <p className="track-line">{summary}</p>}
          {draft && <p className="track-line caps">{writingStrings.draft}</p>}
        </li>
      ))}
    </ol>
  );
}
