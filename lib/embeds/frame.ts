import { createHash } from "node:crypto";
import { siSpotify } from "simple-icons";
import { creditOf, phraseBriefly } from "@/lib/now-playing/phrases";
import type { FaceWords } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { frameScript, frameStyle } from "./built";
import { escapeHtml } from "./escape-html";
import type { FaceOptions, Theme } from "./options";
import { schemeOf } from "./snippets";
import { writeTag } from "./write-tag";
import type { Attributes } from "./write-tag";

interface FrameFacts {
  readonly options: FaceOptions;
  readonly words: FaceWords;
  /** BCP 47 tag of the words. */
  readonly language: string;
  /** The plain line for when there is nothing to tell. */
  readonly plain: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The iframe's document: the face as it is now, which the script in it keeps up to date. Without scripts it
 * is still true when it is loaded.
 */
export function drawFrame(published: NowPlaying, facts: FrameFacts): string {
  const { options, language, plain } = facts;
  const { theme, size, ground, preview } = options;
  const host = { theme, size, ground, ...(preview && { preview }) };
  return `<!doctype html><html lang="${escapeHtml(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(plain)}</title><style>${styleFor(theme)}</style>${writeTag("now-playing", host, drawFace(published, facts))}<script>${frameScript}</script>`;
}

/**
 * What the iframe's document may do: run its one script, ask its own site, and show covers from where they
 * come.
 *
 * @param imageSources CSP host sources of the covers
 */
export function describeFramePolicy(
  { theme }: FaceOptions,
  imageSources: readonly string[],
): string {
  return [
    "default-src 'none'",
    `script-src '${hash(frameScript)}'`,
    `style-src '${hash(styleFor(theme))}'`,
    `img-src 'self' ${imageSources.join(" ")}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
}

/**
 * A document whose scheme differs from that of the frame around it is given an opaque ground by browsers:
 * it has both schemes only where it follows the visitor.
 */
function styleFor(theme: Theme): string {
  return `:root{color-scheme:${schemeOf(theme)}}body{margin:0}${frameStyle}`;
}

/** The nodes of a face, as widget/build-face.ts makes them and widget/show.ts fills them. */
function drawFace(published: NowPlaying, { words, plain, now }: FrameFacts): string {
  const item = hasItem(published) ? published : undefined;
  const title = item ? item.title : published.state === "idle" ? words.idle : plain;
  const credit = (item && creditOf(item)) ?? "";
  const label = item ? phraseBriefly(item, now, words) : "";
  const credited = { dir: "auto", "data-mark": item?.explicit ? words.explicitMark : "" };
  const lines =
    writeLine("label", label) +
    writeLine("title", title, { dir: "auto" }) +
    writeLine("artist", credit, credited);
  const mark = writeTag(
    "svg",
    { part: "mark", viewBox: "0 0 24 24", "aria-label": "Spotify", role: "img" },
    writeTag("path", { d: siSpotify.path }),
  );
  const card = {
    part: "card",
    "data-state": published.state,
    ...(item && ({ "data-item": true } as const)),
    ...(!item && { href: "." }),
    ...(item?.url && { href: item.url }),
    target: "_blank",
    rel: "noopener",
  };
  return writeTag(
    "a",
    card,
    writeTag("i", { part: "bar" }) +
      drawCover(item) +
      writeTag("span", { part: "words" }, lines) +
      mark,
  );
}

/** A line of words, whole in its title where it is cut. */
function writeLine(part: string, words: string, more: Attributes = {}): string {
  return writeTag("span", { part, ...more, title: words }, escapeHtml(words));
}

function drawCover(
  item: { readonly art?: string; readonly artSmall?: string } | undefined,
): string {
  const { art, artSmall } = item ?? {};
  const image = { part: "art", alt: "" };
  if (!art || !artSmall) return writeTag("img", { ...image, hidden: true });
  if (art === artSmall) return writeTag("img", { ...image, src: artSmall });
  return writeTag("img", {
    ...image,
    src: artSmall,
    srcset: `${artSmall} 64w, ${art} 300w`,
    sizes: "(height > 120px) 135px, 64px",
  });
}

/** A source expression of a content security policy (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
