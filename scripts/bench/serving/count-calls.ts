import type { Emulator } from "@/emulator/server";
import type { CallsPerThousand } from "./results";

/** What so many requests have cost since the emulator's counters were set back. */
export function countCalls(spotify: Emulator, requests: number): CallsPerThousand {
  const { token, currentlyPlaying, recentlyPlayed } = spotify.control.state().counters;
  const perThousand = (calls: number) => (requests === 0 ? 0 : (calls / requests) * 1_000);
  return { token: perThousand(token), player: perThousand(currentlyPlaying + recentlyPlayed) };
}
