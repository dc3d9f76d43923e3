import { makeId } from "@/emulator/ids";
import type { CoverKind } from "@/emulator/covers/cover-ids";
import type { TrackEntry } from "@/emulator/playlist/entry";
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
export function describeImages(
  origin: string,
  kind: CoverKind,
  seed: string,
  variant: TrackEntry["images"] = true,
) {
  if (variant === false) return [];
  const sizes = variant === "single" ? ([300] as const) : coverWidths;
  return sizes.map((size) => {
    const side = variant === "unsized" ? null : size;
    return { height: side, url: `${origin}/image/${coverId(kind, seed, size)}`, width: side };
  });
}
