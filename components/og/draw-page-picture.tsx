import { PlainPicture } from "./plain-picture";
import { print } from "./print";

interface PagePicture {
  /** The site's. */
  readonly name: string;
  readonly role: string;
  /** The page's; absent: the site itself. */
  readonly title?: string | undefined;
}

/** What a page is recommended with, as a PNG. It asks nothing of any network. */
export function drawPagePicture({ name, role, title }: PagePicture): Promise<ArrayBuffer> {
  return print(<PlainPicture name={name} role={title ?? role} />);
}
