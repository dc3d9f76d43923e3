/** Of a body, or of several that are sent one by one. */
export interface Weight {
  readonly bytes: number;
  /** After gzip at level 9. */
  readonly gzip: number;
}

/** What a built page names in its HTML, and itself. */
export interface PageWeight {
  readonly html: Weight;
  readonly script: Weight;
  readonly style: Weight;
}

/** A page as a browser met it that had nothing of it yet. */
export interface VisitedPage extends PageWeight {
  readonly path: string;
  /** Of all fonts that came, in bytes: they are compressed as they are. */
  readonly typeBytes: number;
  /** The document, and all that it asked for until nothing more came. */
  readonly requests: number;
}

/** What an address of the running site answers, and the least that could say the same, where there is such. */
export interface EmbedWeight extends Weight {
  readonly floor?: Weight | undefined;
}

export interface WeightResults {
  /** The front page and the longest post. */
  readonly pages: readonly VisitedPage[];
  /** The only page of an app without anything, built by the same Next in the same run. */
  readonly empty: PageWeight;
  /** Scripts of three pages of one more such app, built in the same run. */
  readonly footer: Readonly<Record<"nothing" | "swr" | "footer", Weight>>;
  readonly element: EmbedWeight;
  /** The iframe's document, without the cover. */
  readonly frame: EmbedWeight;
  /** With the cover in it; its floor is that cover alone. */
  readonly card: EmbedWeight;
  readonly badge: EmbedWeight;
  /** While a song plays. */
  readonly answer: EmbedWeight;
  /** Of status line and headers, in bytes; the 304 has nothing else. */
  readonly heads: { readonly answer: number; readonly notModified: number };
}
