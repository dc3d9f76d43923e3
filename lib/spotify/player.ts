import type { Secret } from "@/lib/secret";
import { askApi } from "./api";
import { parseHistory, parsePlayback } from "./parse-playback";
import type { HistoryEntry, Playback } from "./playback";
import type { SpotifyHosts } from "./request";

/**
 * What the user of this token is playing.
 *
 * @throws {SpotifyError} for every status but 200 and 204, and for a body that is not JSON
 * @see https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
 */
export async function fetchCurrentlyPlaying(
  hosts: SpotifyHosts,
  accessToken: Secret,
): Promise<Playback> {
  // Without additional_types a podcast comes as `item: null`.
  const path = "/v1/me/player/currently-playing?additional_types=track,episode";
  const answer = await askApi(hosts, path, accessToken);
  return answer === undefined ? { type: "nothing" } : parsePlayback(answer);
}

/**
 * What the user of this token played last, newest first; podcasts are never in it.
 *
 * @param limit 1 to 50
 * @throws {SpotifyError} as above; `permissions_missing` without `user-read-recently-played`
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
export async function fetchRecentlyPlayed(
  hosts: SpotifyHosts,
  accessToken: Secret,
  limit: number,
): Promise<HistoryEntry[]> {
  const answer = await askApi(hosts, `/v1/me/player/recently-played?limit=${limit}`, accessToken);
  return parseHistory(answer);
}
