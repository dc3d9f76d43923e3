import { siSpotify } from "simple-icons";

/**
 * Spotify's icon, unaltered and in one colour. Its guidelines ask for at least 21 px, and for clear
 * space of half its height (https://developer.spotify.com/documentation/design).
 */
export function SpotifyMark() {
  return (
    <svg className="np-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={siSpotify.path} fill="currentColor" />
    </svg>
  );
}
