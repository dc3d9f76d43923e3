import { z } from "zod";

/** False for none at all; "single" for one of 300 px; "unsized" for pictures that do not tell their size. */
const images = z.union([z.boolean(), z.enum(["single", "unsized"])]).optional();

const durationMs = z.int().min(1).max(86_400_000);

const track = z.strictObject({
  type: z.literal("track"),
  title: z.string(),
  artists: z.array(z.string()).min(1),
  album: z.string(),
  durationMs,
  explicit: z.boolean().optional(),
  year: z.int().optional(),
  trackNumber: z.int().optional(),
  images,
  /** Where it is played from. "collection" is Liked Songs, whose URI holds the user's id. */
  context: z.enum(["playlist", "album", "artist", "collection", "none"]).optional(),
});

const episode = z.strictObject({
  type: z.literal("episode"),
  title: z.string(),
  show: z.string(),
  durationMs,
  description: z.string().optional(),
  explicit: z.boolean().optional(),
  /** A chapter of an audiobook comes as an episode, with less in it. */
  audiobook: z.boolean().optional(),
  images,
});

const local = z.strictObject({
  type: z.literal("local"),
  title: z.string(),
  artists: z.array(z.string()),
  durationMs,
});

const ad = z.strictObject({ type: z.literal("ad"), durationMs });

const pause = z.strictObject({
  type: z.literal("pause"),
  durationMs,
  /** Where the item before it is stopped and held. Without it: at its end. */
  atMs: z.int().min(0).optional(),
});

const silence = z.strictObject({ type: z.literal("silence"), durationMs });

export const playlistEntrySchema = z.discriminatedUnion("type", [
  track,
  episode,
  local,
  ad,
  pause,
  silence,
]);

export const playlistSchema = z
  .array(playlistEntrySchema)
  .min(1)
  .refine(pausesFollowItems, "a pause must stand right after a track, an episode or a local file");

export type TrackEntry = z.infer<typeof track>;
export type EpisodeEntry = z.infer<typeof episode>;
export type LocalEntry = z.infer<typeof local>;
export type PlaylistEntry = z.infer<typeof playlistEntrySchema>;
export type ItemEntry = TrackEntry | EpisodeEntry | LocalEntry;

export function isItem(entry: PlaylistEntry | undefined): entry is ItemEntry {
  return entry?.type === "track" || entry?.type === "episode" || entry?.type === "local";
}

function pausesFollowItems(entries: readonly PlaylistEntry[]): boolean {
  return entries.every((entry, index) => entry.type !== "pause" || isItem(entries[index - 1]));
}
