import { makeSettable } from "./fonts";
import { Heading } from "./heading";
import { Sheet } from "./sheet";

interface PlainPictureProps {
  readonly name: string;
  /** The site's own words, or the title of a page. */
  readonly role: string;
}

/** A few words, large: the site's own while there is nothing to tell of the music. */
export function PlainPicture({ name, role }: PlainPictureProps) {
  return (
    <Sheet name={name}>
      <div style={{ display: "flex", marginTop: "auto" }}>
        <Heading text={makeSettable(role) ?? ""} height={340} />
      </div>
    </Sheet>
  );
}
