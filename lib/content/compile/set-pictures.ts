import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Report } from "./problems";

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture in public/.
 *
 * @param path below public/, such as `/pictures/cover.png`
 * @returns undefined where there is no such picture
 */
export type MeasurePicture = (path: string) => Promise<PictureSize | undefined>;

/** Gives each picture its size, so that nothing shifts when it comes; what cannot be shown is reported. */
export async function setPictures(
  tree: Root,
  measure: MeasurePicture,
  report: Report,
): Promise<void> {
  const pictures: Element[] = [];
  visit(tree, "element", (node) => {
    if (node.tagName === "img") pictures.push(node);
  });
  for (const picture of pictures) await setPicture(picture, measure, report);
}

async function setPicture(node: Element, measure: MeasurePicture, report: Report): Promise<void> {
  const { src, alt, title, ...others } = node.properties;
  const source = typeof src === "string" ? src : "";
  const isDecorative = title === "decorative";
  const words = String(alt ?? "").trim();
  if (words === "" && !isDecorative) {
    report(
      `the picture ${source} has no description: write ![what it shows](${source}), or ![](${source} "decorative") where it shows nothing.`,
      node,
    );
  }
  const path = /^\/(?![/\\])[^?#]*/.exec(source)?.[0];
  if (path === undefined) {
    report(
      /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(source)
        ? `the picture ${source.slice(0, 80)} lies elsewhere, and the Content-Security-Policy allows the site's own only: put it into public/pictures/.`
        : `the picture ${source} is relative to a page, and feeds have none: begin it with /pictures/.`,
      node,
    );
    return;
  }
  const size = await measure(decodePath(path));
  if (size === undefined) {
    report(`the picture ${path}: there is no such picture in public/.`, node);
    return;
  }
  node.properties = {
    src: source,
    alt: isDecorative ? "" : words,
    ...size,
    loading: "lazy",
    decoding: "async",
    ...(title && !isDecorative ? { title } : {}),
    ...others,
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
