import { asCount, asList, asRecord, asText } from "./lenient";
import type { OfferedImage, PlayedItem } from "./playback";

/** More names than any credit line holds; a list beyond it is cut. */
const MOST_ARTISTS = 50;

/**
 * A track, episode or local file out of Spotify's JSON, or undefined where not even a title is known.
 *
 * Kinds we have never heard of are read as a track, or as an episode when they belong to a show.
 */
export function parseItem(raw: unknown): PlayedItem | undefined {
  const item = asRecord(raw);
  const title = asText(item.name);
  if (title === undefined) return undefined;

  const album = asRecord(item.album);
  const artists = asList(item.artists)
    .map((artist) => asText(asRecord(artist).name))
    .filter((name) => name !== undefined)
    .slice(0, MOST_ARTISTS);
  const uri = asText(item.uri);
  const durationMs = asCount(item.duration_ms) || undefined;
  const shared = {
    key: uri ?? [title, ...artists, durationMs].join("\n"),
    title,
    explicit: item.explicit === true,
    durationMs,
  };

  if (item.type === "episode" || item.show !== undefined || item.audiobook !== undefined) {
    // A chapter of an audiobook names its book where an episode names its show.
    const show = asRecord(item.show ?? item.audiobook);
    const images = parseImages(item.images);
    return {
      ...shared,
      kind: "episode",
      artists: [],
      show: asText(show.name),
      url: parseLink(item),
      images: images.length > 0 ? images : parseImages(show.images),
    };
  }
  if (item.is_local === true || uri?.startsWith("spotify:local:")) {
    return { ...shared, kind: "local", artists, album: asText(album.name), images: [] };
  }
  return {
    ...shared,
    kind: "track",
    artists,
    album: asText(album.name),
    url: parseLink(item),
    images: parseImages(album.images),
  };
}

function parseImages(raw: unknown): OfferedImage[] {
  return asList(raw).flatMap((image) => {
    const { url, width } = asRecord(image);
    const text = asText(url);
    return text === undefined ? [] : [{ url: text, width: asCount(width) || undefined }];
  });
}

/** The item's page on Spotify; any other address is dropped, whatever its scheme. */
function parseLink(item: Readonly<Record<string, unknown>>): string | undefined {
  const link = asText(asRecord(item.external_urls).spotify);
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  const trusted = url.origin === "https://open.spotify.com" && url.username === "";
  return trusted ? url.href : undefined;
}
