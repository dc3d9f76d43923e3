import { siSpotify } from "simple-icons";
import { readProgress } from "@/lib/now-playing/appearance";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { escapeXml } from "./escape-xml";

const WIDTH = 400;
const HEIGHT = 64;

/** About what fits between the margins, by the widths of common system fonts. */
const TITLE_CHARACTERS = 38;
const MAKER_CHARACTERS = 48;

export interface CardWords {
  readonly playing: string;
  readonly paused: string;
  readonly recent: string;
  readonly idle: string;
  /** Stands where nothing can be told: not that nothing plays, for who knows. */
  readonly plain: string;
}

/**
 * What is published as an SVG picture of 400 × 64 px that needs nothing else: no script, no font, no
 * reference. Its words are whole in the description, where the picture has to cut them.
 *
 * @param now epoch ms
 */
export function drawCard(published: NowPlaying, words: CardWords, now: number): string {
  const { label, title, maker } = describe(published, words);
  const progress = readProgress(published, now);
  const part = progress ? progress.positionMs / progress.durationMs : 0;
  const spoken = [label, title, maker].filter(Boolean).join(", ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t">
<title id="t">${escapeXml(spoken)}</title>
<style>
.bg{fill:#f6f1e7}.ink{fill:#1c1a17}.dim{fill:#655f55}.rule{fill:#d8d0c1}.mark{fill:#000}
text{font-family:ui-sans-serif,system-ui,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){.bg{fill:#1d1b18}.ink{fill:#ece5d8}.dim{fill:#a59d8f}.rule{fill:#3b3730}.mark{fill:#fff}}
</style>
<rect class="bg" width="${WIDTH}" height="${HEIGHT}"/>
<rect class="rule" width="${WIDTH}" height="1"/>
<rect class="ink" width="${(WIDTH * part).toFixed(1)}" height="2"/>
<text class="dim" x="12" y="17" font-size="10" font-weight="600">${escapeXml(label)}</text>
<text class="ink" x="12" y="36" font-size="15" font-weight="700">${escapeXml(cut(title, TITLE_CHARACTERS))}</text>
<text class="dim" x="12" y="53" font-size="12">${escapeXml(cut(maker, MAKER_CHARACTERS))}</text>
${hasItem(published) ? `<path class="mark" transform="translate(${WIDTH - 36} 20)" d="${siSpotify.path}"/>` : ""}
</svg>
`;
}

function describe(
  published: NowPlaying,
  words: CardWords,
): { label: string; title: string; maker: string } {
  if (!hasItem(published))
    return { label: "", title: words[published.state === "idle" ? "idle" : "plain"], maker: "" };
  const { title, show, artists = [] } = published;
  return { label: words[published.state], title, maker: show ?? artists.join(", ") };
}

/** Cut by whole characters, as a reader counts them. */
function cut(text: string, most: number): string {
  const kept: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    // Counted only as far as is drawn: a long list of artists would cost every visitor a second.
    if (kept.length === most) return `${kept.slice(0, -1).join("")}…`;
    kept.push(segment);
  }
  return text;
}
