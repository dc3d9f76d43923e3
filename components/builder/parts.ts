import { addressFrame, addressOf, addressPicture } from "@/lib/embeds/addresses";
import type { Face } from "@/lib/embeds/snippets";
import { USUAL } from "./settings";
import type { Settings } from "./settings";
import type { Words } from "./words";

/** Something that a visitor's browser loads with a face. */
export interface Part {
  readonly name: keyof Words["weight"]["parts"];
  /** Where it can be weighed; the script's weight is known from when it was made. */
  readonly address?: string;
}

/** What is loaded beside the parts, in words. */
export type Rest = "cover" | "nothing" | "shields" | "react";

/** What a face consists of, as other pages load it: of a sample nothing is weighed. */
export function listParts(
  home: string,
  settings: Settings,
): { readonly parts: readonly Part[]; readonly rest: Rest } {
  const { theme, size, ground, width } = settings;
  const answer: Part = { name: "answer", address: addressOf(home, "/api/now-playing") };
  const parts: Readonly<Record<Face, readonly Part[]>> = {
    iframe: [{ name: "document", address: addressFrame(home, { theme, size, ground }) }, answer],
    element: [{ name: "script" }, answer],
    markdown: [{ name: "picture", address: addressPicture(home, { theme, width }) }],
    picture: [{ name: "picture", address: addressPicture(home, { theme: "light", width }) }],
    image: [{ name: "picture", address: addressPicture(home, { theme, width }) }],
    badge: [{ name: "badge", address: addressOf(home, "/api/now-playing/badge") }],
    oembed: [{ name: "document", address: addressFrame(home, { ...USUAL, size: "card" }) }, answer],
    react: [answer],
  };
  return { parts: parts[settings.face], rest: RESTS[settings.face] };
}

const RESTS: Readonly<Record<Face, Rest>> = {
  iframe: "cover",
  element: "cover",
  markdown: "nothing",
  picture: "nothing",
  image: "nothing",
  badge: "shields",
  oembed: "cover",
  react: "react",
};
