import { asCount, asList, asRecord, asText } from "./lenient";
import type { OfferedImage, PlayedItem } from "./playback";

/** More names than any credit line holds, and more sizes than any cover has; the rest is cut. */
const MOST_ARTISTS = 50;
const MOST_IMAGES = 20;

/** No link to an item comes near it, in characters. */
const LONGEST_LINK = 500;

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

  // A chapter of an audiobook names its book where an episode names its show.
  const show = asRecord(item.show ?? item.audiobook);
  const isTrack = item.type === "track";
  if (item.type === "episode" || (!isTrack && asText(show.name) !== undefined)) {
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
  return asList(raw)
    .slice(0, MOST_IMAGES)
    .flatMap((image) => {
      const { url, width } = asRecord(image);
      const text = asText(url);
      return text === undefined || text.length > LONGEST_LINK
        ? []
        : [{ url: text, width: asCount(width) || undefined }];
    });
}

/** The item's page on Spotify; any other address is dropped, whatever its scheme. */
function parseLink(item: Readonly<Record<string, unknown>>): string | undefined {
  const link = asText(asRecord(item.external_urls).spotify);
  if (link === undefined || link.length > LONGEST_LINK || !URL.canParse(link)) return undefined;
  const { href, origin, username, password } = new URL(link);
  const isTrusted = origin === "https://open.spotify.com" && username === "" && password === "";
  return isTrusted ? href : undefined;
}
