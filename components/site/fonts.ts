import localFont from "next/font/local";

// From packages, not from a font service: the build needs no network (vercel/next.js#92670). What is
// preloaded sets the first screen of every page; the rest comes when a page has use for it. What stands in
// until they have come is in app/globals.css.

/** Archivo with its widths, cut by `npm run cut-archivo`. */
export const grotesk = localFont({
  src: "./fonts/archivo.woff2",
  weight: "400 800",
  declarations: [{ prop: "font-stretch", value: "75% 100%" }],
  variable: "--font-archivo",
  display: "swap",
  adjustFontFallback: false,
});

export const serif = localFont({
  src: "../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
  weight: "400",
  variable: "--font-source-serif",
  display: "swap",
  adjustFontFallback: false,
});

export const serifItalic = localFont({
  src: "../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2",
  weight: "400",
  style: "italic",
  variable: "--font-source-serif-italic",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

export const mono = localFont({
  src: "../../node_modules/@fontsource/source-code-pro/files/source-code-pro-latin-400-normal.woff2",
  weight: "400",
  variable: "--font-source-code",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

/** For names such as Łukasz: loaded where a page has a letter of what Fontsource calls latin-ext. */
export const groteskExtended = localFont({
  src: "../../node_modules/@fontsource-variable/archivo/files/archivo-latin-ext-wdth-normal.woff2",
  weight: "100 900",
  declarations: [
    { prop: "font-stretch", value: "62% 125%" },
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
  variable: "--font-archivo-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

export const serifExtended = localFont({
  src: "../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
  weight: "400",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
  variable: "--font-source-serif-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});
