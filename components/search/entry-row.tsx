import type { IndexEntry } from "@/lib/content/search-index";
import { Marked } from "./marked";

interface EntryRowProps {
  readonly entry: Pick<IndexEntry, "track" | "title">;
  readonly line?: string | undefined;
  /** Stands at the right. */
  readonly aside?: string | undefined;
  /** What is marked, folded. */
  readonly words?: ReadonlySet<string>;
}

/** A line of the index, set as a track is. The spaces are for who hears it, or copies it. */
export function EntryRow({ entry: { track, title }, line, aside, words }: EntryRowProps) {
  return (
    <>
      {track && <span className="se-track tabular">{track} </span>}
      <span className="se-name">
        <Marked text={title} words={words} />
      </span>
      {aside && <span className="se-aside tabular"> {aside}</span>}
      {line && (
        <span className="se-line">
          {" "}
          <Marked text={line} words={words} />
        </span>
      )}
    </>
  );
}
