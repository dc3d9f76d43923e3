import type { Playback } from "@/lib/spotify/playback";
import { printable } from "./words";

/** What is playing, in a line. */
export function describePlayback(playback: Playback): string {
  switch (playback.type) {
    case "nothing":
      return "Nothing plays right now, and that could be read.";
    case "ad":
      return "An advertisement plays, and that could be read.";
    case "item": {
      const { title, artists, show } = playback.item;
      const by = printable(show ?? artists.join(", "));
      const verb = playback.isPlaying ? "Playing" : "Paused";
      return `${verb}: ${printable(title)}${by ? ` by ${by}` : ""}.`;
    }
  }
}
