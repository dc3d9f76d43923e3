import { createElement } from "react";
import { addressFrame, addressOf, addressPicture, listUnusual } from "@/lib/embeds/addresses";
import { HEIGHTS } from "@/lib/embeds/options";
import type { FaceOptions, Theme } from "@/lib/embeds/options";
import { PICTURE_HEIGHT, SANDBOX, schemeOf } from "@/lib/embeds/snippets";
import { fill } from "@/lib/site/fill";
import { USUAL } from "./settings";
import type { Settings } from "./settings";
import { useSettled } from "./use-settled";
import { useWords } from "./words";

/** The pages that a face is shown on; `own` follows the visitor, as this page does. */
export type Page = "light" | "dark" | "own";

interface LiveFaceProps {
  readonly home: string;
  readonly settings: Settings;
  readonly page: Page;
}

/** The face as it is served, with nothing between. */
export function LiveFace({ home, settings, page }: LiveFaceProps) {
  const words = useWords().preview;
  const { face, size, ground, preview } = settings;
  const width = useSettled(settings.width);
  const theme = themeOn(page, face === "picture" ? "auto" : settings.theme);
  switch (face) {
    case "iframe":
      return <Frame home={home} options={{ theme, size, ground, preview }} page={page} />;
    case "oembed":
      return <Frame home={home} options={{ ...USUAL, theme, size: "card" }} page={page} />;
    case "element":
      return <LiveElement home={home} options={{ theme, size, ground, preview }} />;
    case "react":
      return <LiveElement home={home} options={{ ...USUAL, theme }} />;
    default:
      return (
        // A picture that changes with the music is nothing for the image optimiser.
        // oxlint-disable-next-line nextjs/no-img-element
        <img
          src={addressPicture(home, { theme, width, preview })}
          alt={words[page]}
          width={width}
          height={PICTURE_HEIGHT}
        />
      );
  }
}

/**
 * What `auto` comes to on a page. A visitor has one of the two themes, and is shown both: browsers do not
 * agree on whether what is embedded follows the colours of the page or the visitor.
 */
function themeOn(page: Page, theme: Theme): Theme {
  return theme === "auto" && page !== "own" ? page : theme;
}

interface OptionsProps {
  readonly home: string;
  readonly options: FaceOptions;
}

function Frame({ home, options, page }: OptionsProps & { readonly page: Page }) {
  const words = useWords().preview;
  const src = addressFrame(home, options);
  return (
    <iframe
      // Another address in the same frame would be a step back in the visitor's history.
      key={src}
      src={src}
      title={fill(words.frame, { page: words[page] })}
      width="100%"
      height={HEIGHTS[options.size]}
      style={{ colorScheme: schemeOf(options.theme) }}
      loading="lazy"
      referrerPolicy="no-referrer"
      sandbox={SANDBOX}
    />
  );
}

/** The element itself; React brings its script once, however many there are. */
function LiveElement({ home, options: { theme, size, ground, preview } }: OptionsProps) {
  return (
    <>
      <script src={addressOf(home, "/embed.js")} async />
      {createElement("now-playing", {
        src: addressOf(home, ""),
        ...listUnusual({ theme, size, ground, preview }),
      })}
    </>
  );
}
