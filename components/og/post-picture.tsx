import { cutAtWord } from "./cut-at-word";
import { makeSettable } from "./fonts";
import { Heading } from "./heading";
import { PICTURE_SIZE } from "@/lib/site/picture-size";
import { INK, MARGIN, MUTED, Sheet } from "./sheet";

/** In UTF-16 units: what still stands in letters that can be read where the picture is shown small. */
const MOST = 170;

const WIDTH = PICTURE_SIZE.width - 2 * MARGIN;

export interface PostPictureProps {
  /** The site's. */
  readonly name: string;
  readonly title: string;
  /** `B2` */
  readonly track: string;
  /** `7:42` */
  readonly length: string;
  /** In words. */
  readonly date: string;
}

/** A post as the back of a sleeve names a track. */
export function PostPicture({ name, title, track, length, date }: PostPictureProps) {
  const text = makeSettable(cutAtWord(title, MOST));
  return (
    <Sheet name={name}>
      {text === undefined ? (
        <Numbers track={track} length={length} />
      ) : (
        <div style={{ display: "flex", flexDirection: "column", flexGrow: 1 }}>
          <Heading text={text} height={316} />
          <Row track={track} length={length} date={makeSettable(date) ?? ""} />
        </div>
      )}
    </Sheet>
  );
}

/** Number, day and running time, as a list of tracks sets them. */
function Row({ track, length, date }: Pick<PostPictureProps, "track" | "length" | "date">) {
  return (
    <div style={{ display: "flex", flexDirection: "column", marginTop: "auto" }}>
      <div style={{ height: 2, background: INK }} />
      <div style={{ display: "flex", marginTop: 26, height: 38, fontSize: 38, lineHeight: 1 }}>
        <div style={{ width: 108, fontWeight: 800, letterSpacing: -0.8 }}>{track}</div>
        <div style={{ color: MUTED }}>{date}</div>
        <div style={{ marginLeft: "auto", fontWeight: 800 }}>{length}</div>
      </div>
    </div>
  );
}

/** Where the type lacks a letter of the title: what is left of it on a sleeve. */
function Numbers({ track, length }: Pick<PostPictureProps, "track" | "length">) {
  const fontSize = Math.min(300, (WIDTH - 80) / ((track.length + length.length) * 0.6));
  return (
    <div
      style={{
        display: "flex",
        justifyContent: "space-between",
        marginTop: "auto",
        marginLeft: fontSize * -0.05,
        fontSize,
        fontWeight: 800,
        letterSpacing: fontSize * -0.045,
        lineHeight: 0.78,
      }}
    >
      <div>{track}</div>
      <div>{length}</div>
    </div>
  );
}
