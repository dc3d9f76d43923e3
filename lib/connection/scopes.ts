/** Without it nothing can be shown. */
export const NEEDED_SCOPE = "user-read-currently-playing";

/** With it the last song is known before the site has heard one. */
export const RECENT_SCOPE = "user-read-recently-played";

/** What a sign-in asks for. */
export function listScopes(withRecent: boolean): string[] {
  return withRecent ? [NEEDED_SCOPE, RECENT_SCOPE] : [NEEDED_SCOPE];
}
