import { SiteLink } from "@/components/site/site-link";
import { formatRunningTime } from "@/lib/content/format-running-time";
import type { Post } from "@/lib/content/model";
import { writingStrings } from "@/lib/site/strings";

interface NeighboursProps {
  readonly newer?: Post | undefined;
  readonly older?: Post | undefined;
}

/** The tracks before and after one. */
export function Neighbours({ newer, older }: NeighboursProps) {
  if (!newer && !older) return null;
  return (
    <nav className="neighbours" aria-label={writingStrings.neighbours}>
      {newer && <Neighbour label={writingStrings.newer} post={newer} />}
      {older && <Neighbour label={writingStrings.older} post={older} />}
    </nav>
  );
}

function Neighbour({ label, post }: { readonly label: string; readonly post: Post }) {
  return (
    <div className="neighbour">
      <p className="neighbour-label">{label}</p>
      <SiteLink className="track-way" href={`/writing/${post.slug}`}>
        <span className="track-number tabular">{post.track}</span>
        <span className="track-title">{post.title}</span>
        <span className="track-time tabular">{formatRunningTime(post.seconds)}</span>
      </SiteLink>
    </div>
  );
}
