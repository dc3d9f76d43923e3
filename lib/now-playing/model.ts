/** What kind of thing is heard. `local` is a file of the listener's own, unknown to Spotify. */
export type Kind = "track" | "episode" | "local";

/** One thing that is or was heard, in our own terms. */
export interface Item {
  /** Tells one item from another; never published. */
  readonly key: string;
  readonly kind: Kind;
  readonly title: string;
  readonly artists: readonly string[];
  readonly album?: string | undefined;
  readonly show?: string | undefined;
  /** https page of the item on Spotify. */
  readonly url?: string | undefined;
  /** Cover of about 300 px, from an allowed origin. */
  readonly art?: string | undefined;
  /** Cover of about 64 px, from an allowed origin. */
  readonly artSmall?: string | undefined;
  /** The cover's leading colour, `#rrggbb`. */
  readonly tint?: string | undefined;
  readonly explicit: boolean;
  /** More than 0. */
  readonly durationMs?: number | undefined;
}

/** An item that has ended, and when: its end, or the last moment it was heard (epoch ms). */
export interface Heard {
  readonly item: Item;
  readonly playedAt: number;
}

/** What a source said, once. */
export interface Reading {
  /** Epoch ms at which the answer was received; positions are measured against it. */
  readonly receivedAt: number;
  readonly playback:
    | { readonly type: "nothing" }
    | { readonly type: "ad" }
    | {
        readonly type: "item";
        readonly item: Item;
        readonly isPlaying: boolean;
        /** Position in ms; undefined where the source does not know it. */
        readonly progressMs?: number | undefined;
      };
  /** What was heard before, newest first, where the source was asked for it and knows. */
  readonly heard?: readonly Heard[] | undefined;
}

/** What plays, as far as the last good reading tells. */
export type Current =
  | {
      readonly state: "playing";
      readonly item: Item;
      /** Epoch ms at which position 0 was, or would have been. */
      readonly startedAt: number;
      /** The position in ms as it was last told; undefined where it is not: `startedAt` is a guess then. */
      readonly toldMs?: number | undefined;
    }
  | {
      readonly state: "paused";
      readonly item: Item;
      readonly positionMs: number;
      /** Epoch ms of the last moment it was heard; undefined: it stands at its start, and nobody heard it. */
      readonly heardAt?: number | undefined;
    }
  | {
      readonly state: "nothing";
      /** Key of an item that is still reported as playing, though its end has long passed. */
      readonly ghost?: string | undefined;
      /** Nothing was seen to play since nobody was to look: what is found paused may be of that time. */
      readonly isUnseen?: boolean | undefined;
    };

export type Playing = Extract<Current, { state: "playing" }>;
export type Paused = Extract<Current, { state: "paused" }>;

/** Everything known of the music: the last good reading, made sense of. */
export interface Truth {
  /** Epoch ms of the last good reading. */
  readonly asOf: number;
  readonly current: Current;
  /** What was heard last, while nothing is current. */
  readonly lastHeard?: Heard | undefined;
}

/** Epoch ms at which a playing item ends; undefined where its length is not known. */
export function endOf(playing: Playing): number | undefined {
  const { durationMs } = playing.item;
  return durationMs === undefined ? undefined : playing.startedAt + durationMs;
}
