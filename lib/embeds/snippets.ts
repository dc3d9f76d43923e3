import { addressFrame, addressOf, addressPicture, listUnusual } from "./addresses";
import { CARD_WIDTH, HEIGHTS } from "./options";
import type { CardOptions, FaceOptions, Theme } from "./options";
import { writeTag } from "./write-tag";
import type { Attributes } from "./write-tag";

/** The forms in which other pages take the music, the most usual first. */
export const FACES = [
  "iframe",
  "element",
  "markdown",
  "picture",
  "image",
  "badge",
  "oembed",
  "react",
] as const;

export type Face = (typeof FACES)[number];

/** A script of the element that never changes, at `/embed/<version>.js`. */
export interface Release {
  readonly version: string;
  /** For the attribute of this name: `sha384-…`. */
  readonly integrity: string;
  /** Compressed at level 9. */
  readonly gzipBytes: number;
}

/** A snippet shows the music, and never a sample. */
export interface SnippetOptions extends Omit<FaceOptions, "preview">, Omit<CardOptions, "preview"> {
  /** The script that the element takes; without one the site's newest. */
  readonly release?: Release | undefined;
}

export interface SnippetWords {
  /** What the picture shows, for whoever cannot see it. */
  readonly picture: string;
  /** The accessible name of the frame. */
  readonly frame: string;
}

/** What the frame may do: play, and open its link in a new tab, where nothing of this binds it. */
export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** Of the picture, in px. */
export const PICTURE_HEIGHT = HEIGHTS.compact;

/** What a frame has to say of its colours: where its document says otherwise, browsers give it an opaque ground. */
export function schemeOf(theme: Theme): string {
  return theme === "auto" ? "light dark" : theme;
}

/**
 * What is pasted into a page to show the music there.
 *
 * @param home the site's http(s) address, with its own path where it has one
 * @throws {TypeError} when that is no address
 */
export function writeSnippet(
  face: Face,
  home: string,
  options: SnippetOptions,
  words: SnippetWords,
): string {
  const { theme, width } = options;
  switch (face) {
    case "iframe":
      return writeFrame(home, options, words);
    case "element":
      return writeElement(home, options, words);
    case "markdown":
      return writeMarkdown(home, addressPicture(home, { theme, width }), words);
    case "picture":
      return writePicture(home, options, words);
    case "image":
      return link(home, writeImage(home, { theme, width }, words));
    case "badge": {
      const endpoint = encodeURIComponent(addressOf(home, "/api/now-playing/badge"));
      return writeMarkdown(home, `https://img.shields.io/endpoint?url=${endpoint}`, words);
    }
    case "oembed":
      return addressOf(home, "/listening");
    case "react":
      return `npx shadcn@latest add ${addressOf(home, "/r/now-playing.json")}

import { NowPlaying } from "@/components/now-playing";

<NowPlaying src="${addressOf(home, "/api/now-playing")}" />`;
  }
}

function writeFrame(home: string, options: SnippetOptions, words: SnippetWords): string {
  const { theme, size, ground } = options;
  return writeTag("iframe", {
    src: addressFrame(home, { theme, size, ground }),
    title: words.frame,
    width: "100%",
    height: HEIGHTS[size],
    // Where the page allows no style, there is no border all the same.
    frameborder: 0,
    style: `border:0;color-scheme:${schemeOf(theme)}`,
    loading: "lazy",
    referrerpolicy: "no-referrer",
    sandbox: SANDBOX,
  });
}

function writeElement(home: string, options: SnippetOptions, words: SnippetWords): string {
  const { theme, size, ground, release } = options;
  const picture = { theme, width: CARD_WIDTH.usual };
  const attributes = { src: addressOf(home, ""), ...listUnusual({ theme, size, ground }) };
  const inside = link(home, writeImage(home, picture, words, { loading: "lazy" }));
  return `${writeTag("now-playing", attributes, inside)}\n${writeScript(home, release)}`;
}

function writeScript(home: string, release: Release | undefined): string {
  if (!release) return writeTag("script", { src: addressOf(home, "/embed.js"), async: true });
  return writeTag("script", {
    src: addressOf(home, `/embed/${release.version}.js`),
    integrity: release.integrity,
    crossorigin: true,
    async: true,
  });
}

function writePicture(home: string, { width }: SnippetOptions, words: SnippetWords): string {
  const dark = writeTag("source", {
    media: "(prefers-color-scheme: dark)",
    srcset: addressPicture(home, { theme: "dark", width }),
  });
  const light = writeImage(home, { theme: "light", width }, words);
  return link(home, writeTag("picture", {}, dark + light));
}

function writeImage(
  home: string,
  options: CardOptions,
  { picture }: SnippetWords,
  more: Attributes = {},
): string {
  const src = addressPicture(home, options);
  return writeTag("img", {
    src,
    alt: picture,
    width: options.width,
    height: PICTURE_HEIGHT,
    ...more,
  });
}

function link(home: string, inside: string): string {
  return writeTag("a", { href: addressOf(home, "/go") }, inside);
}

function writeMarkdown(home: string, src: string, { picture }: SnippetWords): string {
  return `[![${escapeMarkdown(picture)}](${src})](${addressOf(home, "/go")})`;
}

/**
 * Text that stays text in the brackets of a Markdown link, on one line. Brackets behind a backslash end
 * links of some readers all the same, so signs are written by their numbers.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replace(/[\\[\]`*_~<>&|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
