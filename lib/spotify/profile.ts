import type { Secret } from "@/lib/secret";
import { say } from "@/lib/telling/say";
import { askApi } from "./api";
import { SpotifyError } from "./errors";
import { asRecord, asText } from "./lenient";
import type { SpotifyHosts } from "./request";

/** Whose account a token speaks for. */
export interface Profile {
  readonly id: string;
  /** As shown on Spotify; the id where the user has set none. */
  readonly name: string;
}

/**
 * The user of this token.
 *
 * @throws {SpotifyError} `forbidden` for a user who is not on the app's list, or an owner without Premium
 * @see https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
 */
export async function fetchProfile(hosts: SpotifyHosts, accessToken: Secret): Promise<Profile> {
  const body = asRecord(await askApi(hosts, "/v1/me", accessToken));
  const id = asText(body.id);
  if (id === undefined) {
    throw new SpotifyError(
      "malformed",
      say`Spotify did not say whose account this is; sign in again.`,
    );
  }
  return { id, name: asText(body.display_name) ?? id };
}
