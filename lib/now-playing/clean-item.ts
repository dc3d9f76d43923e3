import type { Item } from "./model";

const MOST_CHARACTERS = 500;

/** http(s), a host, and the characters that RFC 3986 allows after it, with one fragment at most. */
const PLAIN_ADDRESS =
  /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?\/(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i;

/**
 * An item as it may be published: its words as delivered, but for control characters, which no face
 * can draw, lone halves of surrogate pairs, which no encoder can send, and what goes beyond 500
 * characters. Its addresses are web addresses, encoded in full.
 */
export function cleanItem(item: Item): Item | undefined {
  const title = cleanText(item.title);
  if (title === undefined) return undefined;
  return {
    ...item,
    title,
    artists: item.artists.map(cleanText).filter((name) => name !== undefined),
    album: cleanText(item.album),
    show: cleanText(item.show),
    url: cleanAddress(item.url),
    art: cleanAddress(item.art),
    artSmall: cleanAddress(item.artSmall),
  };
}

/** A web address with everything encoded that could end an attribute or a string around it; none otherwise. */
function cleanAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { href } = new URL(address);
  return PLAIN_ADDRESS.test(href) ? href : undefined;
}

function cleanText(text: string | undefined): string | undefined {
  const clean = text
    ?.slice(0, MOST_CHARACTERS * 4)
    .replace(/[\t\n\r]+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .slice(0, MOST_CHARACTERS)
    // After the cut, which may have halved a pair. In /u mode \p{Cs} matches lone halves only.
    .replace(/\p{Cs}/gu, "");
  return clean && clean.trim() !== "" ? clean : undefined;
}
