/** Where Spotify serves its covers from, as a content security policy names them (seen in November 2026). */
export const SPOTIFY_IMAGE_HOSTS = "https://i.scdn.co https://*.scdn.co https://*.spotifycdn.com";
