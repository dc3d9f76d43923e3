import type { EncodedCover } from "./encode-cover";
import type { FetchCover } from "./fetch-cover";
import { openImage } from "./open-image";

/** How long (ms) a picture waits for its cover. */
const PATIENCE_MS = 2_000;

/** In px; Spotify's largest covers have as many. */
const MOST_EDGE = 640;

/**
 * The cover as large as it comes, for a picture of ours: whole, and as PNG, which every drawer reads and
 * which loses nothing.
 *
 * @returns undefined where it cannot be had within two seconds; never throws
 */
export async function findWholeCover(
  url: string,
  fetchCover: FetchCover,
): Promise<EncodedCover | undefined> {
  const found = fetchCover(url)
    .then(({ bytes }) => print(bytes))
    .catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}

async function print(bytes: Uint8Array): Promise<EncodedCover | undefined> {
  const opened = await openImage(bytes);
  if (opened === undefined) return undefined;
  const { data, info } = await opened.image
    .autoOrient()
    .resize(MOST_EDGE, MOST_EDGE, { fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const uri = `data:image/png;base64,${data.toString("base64")}`;
  return { uri, width: info.width, height: info.height };
}
