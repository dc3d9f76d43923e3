import { makeId } from "@/emulator/ids";
import type { CoverKind } from "@/emulator/covers/cover-ids";
import { coverId, coverWidths } from "@/emulator/covers/cover-ids";

export const apiBase = "https://api.spotify.com/v1";

/** The keys that every linked object has: id, href, uri, type and the page on open.spotify.com. */
export function describeLink(type: string, seed: string) {
  const id = makeId(`${type} ${seed}`);
  return {
    external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
    href: `${apiBase}/${type}s/${id}`,
    id,
    type,
    uri: `spotify:${type}:${id}`,
  };
}

export function describeArtist(name: string) {
  return { ...describeLink("artist", name), name };
}

/** Widest first, as Spotify lists them. */
export function describeImages(origin: string, kind: CoverKind, seed: string) {
  return coverWidths.map((width) => ({
    height: width,
    url: `${origin}/image/${coverId(kind, seed, width)}`,
    width,
  }));
}
