import { PICTURE_SIZE } from "@/lib/site/picture-size";
import { chooseFontSize, LINE_HEIGHT, TRACKING } from "./choose-font-size";
import { MARGIN } from "./sheet";

interface HeadingProps {
  /** In letters that the fonts have. */
  readonly text: string;
  /** What there is, in px. */
  readonly height: number;
  readonly width?: number;
}

/** A title as large as the room allows. */
export function Heading({ text, height, width = PICTURE_SIZE.width - 2 * MARGIN }: HeadingProps) {
  const { fontSize, lineClamp, lines } = chooseFontSize(text, { width, height });
  const style = {
    // The white at a letter's side grows with it.
    marginLeft: fontSize * -0.03,
    fontSize,
    fontWeight: 800,
    letterSpacing: fontSize * TRACKING,
    lineHeight: LINE_HEIGHT,
  };
  if (!lines) {
    return (
      <div style={{ ...style, display: "block", lineClamp, wordBreak: "break-word" }}>{text}</div>
    );
  }
  return (
    <div style={{ ...style, display: "flex", flexDirection: "column" }}>
      {lines.map((line, place) => (
        // Two lines may read alike, and none ever moves: it is drawn once.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} style={{ whiteSpace: "nowrap" }}>
          {line}
        </div>
      ))}
    </div>
  );
}
