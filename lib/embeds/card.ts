import { siSpotify } from "simple-icons";
import { readProgress } from "@/lib/now-playing/appearance";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { escapeXml } from "./escape-xml";

const WIDTH = 400;
const HEIGHT = 64;

/** Spotify's mark at 28 px, and half its height kept clear: pages on small phones draw the card smaller. */
const MARK_SPACE = 42 + 14;

/** About what fits before the mark, in letters of usual width in a system font; the rest is clipped. */
const TITLE_WIDTH = 38;
const MAKER_WIDTH = 48;

const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Extended_Pictographic}]/u;

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
  const isItem = hasItem(published);
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
<svg width="${isItem ? WIDTH - MARK_SPACE : WIDTH}" height="${HEIGHT}">
<text class="dim" x="12" y="17" font-size="11" font-weight="600">${escapeXml(label)}</text>
<text class="ink" x="12" y="36" font-size="15" font-weight="700">${escapeXml(cut(title, TITLE_WIDTH))}</text>
<text class="dim" x="12" y="53" font-size="12">${escapeXml(cut(maker, MAKER_WIDTH))}</text>
</svg>
${isItem ? `<path class="mark" transform="translate(${WIDTH - 42} 18) scale(1.1667)" d="${siSpotify.path}"/>` : ""}
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

/** Cut between whole characters, as a reader counts them, where a line of `most` usual letters ends. */
function cut(text: string, most: number): string {
  let kept = "";
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const next = width + widthOf(segment);
    // Measured only as far as is drawn: a long list of artists would cost every visitor a second.
    if (next > most) return `${kept.trimEnd()}…`;
    kept += segment;
    width = next;
  }
  return kept;
}

function widthOf(character: string): number {
  if (WIDE.test(character)) return 2;
  return /[MW@]/.test(character) ? 1.4 : 1;
}
