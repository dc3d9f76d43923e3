import { Phrase } from "@/components/owner/phrase";
import { HEIGHTS } from "@/lib/embeds/options";
import { PICTURE_HEIGHT } from "@/lib/embeds/snippets";
import { BadgeAnswer } from "./badge-answer";
import { LiveFace } from "./live-face";
import { CHOICES_OF } from "./settings";
import type { Settings } from "./settings";
import { useWords } from "./words";

const PAGES = ["light", "dark", "own"] as const;

/** Below this (px) a face that fills its page has no room for its words. */
const NARROWEST = { compact: 280, card: 400 } as const;

type CustomProperties = Readonly<Record<`--${string}`, string>>;

interface PreviewProps {
  /** Undefined until the browser has told where it is. */
  readonly home: string | undefined;
  readonly settings: Settings;
}

/** The chosen face itself, as it is on three pages; of a badge, what it is drawn from. */
export function Preview({ home, settings }: PreviewProps) {
  const words = useWords();
  const { face, background } = settings;
  const { width, height } = sizeOf(settings);
  const room: CustomProperties = {
    "--bd-width": `${width}px`,
    "--bd-height": `${height}px`,
    "--bd-own": background,
  };
  return (
    <section className="bd-preview" style={room}>
      <h2 className="bd-legend">{words.preview.label}</h2>
      <div>
        <p className="bd-text">
          <Phrase text={words.faces[face].text} />
        </p>
        {face === "badge" && home !== undefined && <BadgeAnswer home={home} />}
      </div>
      {face !== "badge" && (
        <div className="bd-pages bd-live">
          {PAGES.map((page) => (
            <figure key={page}>
              <div className="bd-page" data-page={page}>
                {home !== undefined && <LiveFace home={home} settings={settings} page={page} />}
              </div>
              <figcaption className="bd-legend">{words.preview[page]}</figcaption>
            </figure>
          ))}
        </div>
      )}
    </section>
  );
}

/** What a face needs of a page, in px. */
function sizeOf({ face, size, width }: Settings): { width: number; height: number } {
  if (CHOICES_OF[face].includes("width")) return { width, height: PICTURE_HEIGHT };
  const shown = face === "oembed" ? "card" : face === "react" ? "compact" : size;
  return { width: NARROWEST[shown], height: HEIGHTS[shown] };
}
