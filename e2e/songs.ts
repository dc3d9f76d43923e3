import type { PlaylistEntry } from "@/emulator/playlist/entry";

type Track = Extract<PlaylistEntry, { type: "track" }>;

/** A song for a test's playlist. */
export function song(title: string, seconds: number, more: Partial<Track> = {}): Track {
  return {
    type: "track",
    title,
    artists: ["Clara Schumann"],
    album: "Soirées musicales",
    durationMs: seconds * 1_000,
    ...more,
  };
}
