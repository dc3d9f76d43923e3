/** Secrets that a build is given to see whether it keeps them: none of them opens anything. */
export const PLANTED = {
  SPOTIFY_CLIENT_ID: "planted-client-id-7f3a",
  SPOTIFY_CLIENT_SECRET: "planted-client-secret-7f3a",
  SPOTIFY_REFRESH_TOKEN: "planted-refresh-token-7f3a",
  SPOTIFY_OWNER_ID: "planted-owner-7f3a",
  SESSION_SECRET: "planted-session-secret-7f3a-of-forty-signs",
  REDIS_URL: "redis://planted-user:planted-password-7f3a@127.0.0.1:1",
  OWNER_WEBHOOK_URL: "https://planted-7f3a.example/webhook",
} as const;

/** Variables that only the server reads. The essays name some of them, scripts in a browser have no reason to. */
export const SERVER_VARIABLES = [
  ...Object.keys(PLANTED),
  "SPOTIFY_CONNECTED_AT",
  "SPOTIFY_DAILY_BUDGET",
  "SPOTIFY_ACCOUNTS_URL",
  "SPOTIFY_API_URL",
  "DATA_DIR",
];

/** By which the code of a room is known in a chunk: a text that stands in it, and in nobody's prose. */
export const BUNDLE_MARKS = {
  "lib/spotify": "check SPOTIFY_ACCOUNTS_URL",
  "lib/connection": "liner-notes/connection",
  "lib/owner": "This form was not sent by a page of this site",
  "lib/store": "Set DATA_DIR to a folder this process may write",
  "lib/server.ts": "liner-notes.server",
} as const;
