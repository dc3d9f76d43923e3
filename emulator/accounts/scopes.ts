/** What the consent page says of each scope, and the list that a misspelt one is not in. */
export const scopes: ReadonlyMap<string, string> = new Map([
  ["user-read-currently-playing", "See what you are playing now"],
  ["user-read-recently-played", "See what you played lately"],
  ["user-read-playback-state", "See the state of your player and devices"],
  ["user-read-playback-position", "See where you stopped in a podcast"],
  ["user-modify-playback-state", "Control your player"],
  ["user-top-read", "See your top artists and songs"],
  ["user-library-read", "See your saved songs"],
  ["user-library-modify", "Change your saved songs"],
  ["user-read-private", "See the details of your subscription"],
  ["user-read-email", "See your e-mail address"],
  ["user-follow-read", "See whom you follow"],
  ["user-follow-modify", "Change whom you follow"],
  ["playlist-read-private", "See your private playlists"],
  ["playlist-read-collaborative", "See your shared playlists"],
  ["playlist-modify-public", "Change your public playlists"],
  ["playlist-modify-private", "Change your private playlists"],
  ["ugc-image-upload", "Upload pictures for you"],
  ["streaming", "Play music through this app"],
  ["app-remote-control", "Talk to the Spotify app on this device"],
]);

export function parseScopes(value: string | null): string[] {
  return [...new Set((value ?? "").split(/\s+/).filter((scope) => scope !== ""))];
}
