/** A picture as Spotify offers it; the width in pixels is sometimes unknown. */
export interface OfferedImage {
  readonly url: string;
  readonly width?: number | undefined;
}

/** A track, an episode (also a chapter of an audiobook), or a file of the listener's own. */
export interface PlayedItem {
  /** Tells one item from another: Spotify's URI, or made of what is known. */
  readonly key: string;
  readonly kind: "track" | "episode" | "local";
  readonly title: string;
  readonly artists: readonly string[];
  readonly album?: string | undefined;
  readonly show?: string | undefined;
  /** https://open.spotify.com/… */
  readonly url?: string | undefined;
  readonly images: readonly OfferedImage[];
  readonly explicit: boolean;
  readonly durationMs?: number | undefined;
}

/** What the player does, as one answer of currently-playing says it. */
export type Playback =
  | { readonly type: "nothing" }
  | { readonly type: "ad" }
  | {
      readonly type: "item";
      readonly item: PlayedItem;
      readonly isPlaying: boolean;
      /** Position in ms at the moment of the answer; undefined where Spotify does not know it. */
      readonly progressMs: number | undefined;
    };

/** One line of recently-played. */
export interface HistoryEntry {
  readonly item: PlayedItem;
  /** Epoch ms; mostly the item's end. */
  readonly playedAt: number;
}
