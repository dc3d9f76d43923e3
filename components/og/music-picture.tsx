import { siSpotify } from "simple-icons";
import type { MusicWords } from "./choose-words";
import { makeSettable } from "./fonts";
import { Heading } from "./heading";
import { PICTURE_SIZE } from "@/lib/site/picture-size";
import { MARGIN, MUTED, Sheet } from "./sheet";

/** In px, like all here: the height of the picture's lower part, and so of the cover. */
const COVER = 408;
const GAP = 48;
const MARK = 48;

export interface PictureCover {
  /** `data:image/…`, of a format that librsvg draws: PNG, JPEG or WebP. */
  readonly uri: string;
  readonly width: number;
  readonly height: number;
}

interface MusicPictureProps {
  readonly name: string;
  /** Stands above the title, or alone: it has to stay true while the picture is passed on. */
  readonly label: string;
  /** Absent where they cannot be set. */
  readonly words?: MusicWords | undefined;
  readonly cover?: PictureCover | undefined;
}

/** What was played lately, for those whom the page is recommended to: the cover, and its words beside it. */
export function MusicPicture({ name, label, words, cover }: MusicPictureProps) {
  const usualLabel = makeSettable(label) ?? "";
  const heading = words?.title ?? usualLabel;
  const width = PICTURE_SIZE.width - 2 * MARGIN - (cover ? COVER + GAP : 0);
  return (
    <Sheet name={name}>
      <div style={{ display: "flex", height: COVER }}>
        {cover && (
          <div style={{ display: "flex", width: COVER, height: COVER, marginRight: GAP }}>
            {/* Drawn to a picture on the server: no browser ever sees this element. */}
            {/* oxlint-disable-next-line nextjs/no-img-element */}
            <img src={cover.uri} alt="" {...fitIn(cover, COVER)} style={{ borderRadius: 8 }} />
          </div>
        )}
        <div style={{ display: "flex", flexDirection: "column", width }}>
          {words && (
            <div style={{ marginBottom: 16, color: MUTED, fontSize: 28, lineHeight: 1 }}>
              {usualLabel}
            </div>
          )}
          <Heading text={heading} width={width} height={194} />
          {words?.credit && (
            <div
              style={{
                display: "block",
                marginTop: 14,
                color: MUTED,
                fontSize: 34,
                lineHeight: 1.2,
                lineClamp: 2,
                wordBreak: "break-word",
              }}
            >
              {words.credit}
            </div>
          )}
          <SpotifyMark />
        </div>
      </div>
    </Sheet>
  );
}

/** Whole and in its own shape, as large as the square allows. */
function fitIn({ width, height }: PictureCover, edge: number) {
  const scale = edge / Math.max(width, height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Spotify's icon, unaltered, in one colour, at the foot of what it supplied and with nothing beside it. */
function SpotifyMark() {
  return (
    <svg viewBox="0 0 24 24" width={MARK} height={MARK} style={{ marginTop: "auto" }}>
      <path d={siSpotify.path} fill="#000" />
    </svg>
  );
}
