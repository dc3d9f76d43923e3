import { escapeXml } from "./escape-xml";

/** A cover to be drawn into a card. */
export interface CardCover {
  /** `data:image/…` */
  readonly uri: string;
  /** In px; what counts is their ratio. */
  readonly width: number;
  readonly height: number;
}

/** Where a cover has its place, in px from the left and from the top. */
export const COVER = { at: 8, size: 64 };

/**
 * A cover in its original form: whole, nothing over it, and its own corners rounded by 4 px, as Spotify
 * asks (https://developer.spotify.com/documentation/design). One that is not square stands in the middle.
 */
export function drawCover({ uri, width, height }: CardCover): string {
  const scale = COVER.size / Math.max(width, height);
  const box = `x="${centre(width * scale)}" y="${centre(height * scale)}" width="${round(width * scale)}" height="${round(height * scale)}"`;
  return `<clipPath id="c"><rect ${box} rx="4"/></clipPath><image ${box} preserveAspectRatio="xMidYMid meet" clip-path="url(#c)" href="${escapeXml(uri)}"/>`;
}

/** Whether a cover can be drawn: a picture that is all in its address, and has a size. */
export function isDrawable({ uri, width, height }: CardCover): boolean {
  return uri.startsWith("data:image/") && width > 0 && height > 0 && width + height < Infinity;
}

function centre(length: number): number {
  return round(COVER.at + (COVER.size - length) / 2);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
