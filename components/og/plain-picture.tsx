import { chooseFontSize, LINE_HEIGHT } from "./choose-font-size";
import { makeSettable } from "./fonts";
import { PICTURE_SIZE } from "@/lib/site/picture-size";
import { MARGIN, Sheet } from "./sheet";

interface PlainPictureProps {
  readonly name: string;
  readonly role: string;
}

/** The site's own words, for while there is nothing to tell of the music. */
export function PlainPicture({ name, role }: PlainPictureProps) {
  const text = makeSettable(role) ?? "";
  const width = PICTURE_SIZE.width - 2 * MARGIN;
  const { fontSize, lineClamp } = chooseFontSize(text, { width, height: 340 });
  return (
    <Sheet name={name}>
      <div
        style={{
          display: "block",
          marginTop: "auto",
          fontSize,
          fontWeight: 800,
          letterSpacing: fontSize * -0.035,
          lineHeight: LINE_HEIGHT,
          lineClamp,
          wordBreak: "break-word",
        }}
      >
        {text}
      </div>
    </Sheet>
  );
}
