export interface Image {
  readonly url: string;
  /** In px; Spotify may not say. */
  readonly width?: number | undefined;
}

/** The two covers that are published; one image may serve as both. */
export interface Art {
  readonly art: string;
  readonly artSmall: string;
}

const ART_WIDTH = 300;
const SMALL_WIDTH = 64;

/**
 * Chooses covers of about 300 px and 64 px: for each the smallest image that is at least as wide,
 * else the widest. Widths, because the sizes and order that Spotify offers are not promised;
 * an unknown width counts as 300.
 *
 * @returns undefined when no image is allowed
 */
export function chooseArt(
  images: readonly Image[],
  isAllowed: (url: string) => boolean,
): Art | undefined {
  const byWidth = images
    .filter(({ url }) => isAllowed(url))
    .toSorted((a, b) => widthOf(a) - widthOf(b));
  const widest = byWidth.at(-1);
  if (widest === undefined) return undefined;
  const atLeast = (width: number) => byWidth.find((image) => widthOf(image) >= width) ?? widest;
  return { art: atLeast(ART_WIDTH).url, artSmall: atLeast(SMALL_WIDTH).url };
}

function widthOf({ width }: Image): number {
  return width !== undefined && width > 0 ? width : ART_WIDTH;
}
