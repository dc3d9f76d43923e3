import type { PlaylistEntry } from "@/emulator/playlist/entry";

/** A playlist of songs of the same length, in s. */
export function makeSongs(count: number, seconds: number): PlaylistEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "track",
    title: `Lied ohne Worte ${index + 1}`,
    artists: ["Fanny Hensel"],
    album: "Vier Lieder für das Pianoforte",
    durationMs: seconds * 1_000,
  }));
}
