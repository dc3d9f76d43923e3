import { Phrase } from "@/components/site/phrase";
import { addressFrame } from "@/lib/embeds/addresses";
import { HEIGHTS } from "@/lib/embeds/options";
import { SANDBOX } from "@/lib/embeds/snippets";
import { BadgeAnswer } from "./badge-answer";
import { LiveFace } from "./live-face";
import { CHOICES_OF, USUAL } from "./settings";
import type { Settings } from "./settings";
import { useWords } from "./words";

const PAGES = ["light", "dark", "own"] as const;

type CustomProperties = Readonly<Record<`--${string}`, string>>;

interface PreviewProps {
  readonly home: string | undefined;
  /** Whether the browser has told what is chosen: until then nothing is loaded for nothing. */
  readonly isLive: boolean;
  readonly settings: Settings;
}

/** The chosen face itself, as it is on three pages; of a badge, what it is drawn from. */
export function Preview({ home, isLive, settings }: PreviewProps) {
  const words = useWords();
  const { face, background } = settings;
  const isPicture = CHOICES_OF[face].includes("width");
  const room: CustomProperties = {
    "--bd-height": `${HEIGHTS[sizeOf(settings)]}px`,
    "--bd-own": background,
  };
  return (
    <section className="bd-preview" style={room}>
      <h2 className="bd-legend">{words.preview.label}</h2>
      <div>
        <p className="bd-text">
          <Phrase text={words.faces[face].text} />
        </p>
        {face === "badge" && isLive && home !== undefined && <BadgeAnswer home={home} />}
        {home !== undefined && (
          <noscript>
            <iframe
              className="bd-plain"
              src={addressFrame(home, USUAL)}
              title={words.preview.plain}
              width="100%"
              height={HEIGHTS.compact}
              sandbox={SANDBOX}
            />
          </noscript>
        )}
      </div>
      {face !== "badge" && (
        <div className="bd-pages bd-live" data-picture={isPicture ? "" : undefined}>
          {PAGES.map((page) => (
            <figure key={page}>
              <div className="bd-page" data-page={page}>
                {isLive && home !== undefined && (
                  <LiveFace home={home} settings={settings} page={page} />
                )}
              </div>
              <figcaption className="bd-legend">{words.preview[page]}</figcaption>
            </figure>
          ))}
        </div>
      )}
    </section>
  );
}

/** The size that is shown, where none can be chosen too. */
function sizeOf({ face, size }: Settings): Settings["size"] {
  if (face === "oembed") return "card";
  return CHOICES_OF[face].includes("size") ? size : "compact";
}
