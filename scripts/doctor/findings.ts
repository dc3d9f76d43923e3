interface Finding {
  /** A warning: the music can be read, but something will break or is missing. */
  readonly level: "warning" | "failed";
  readonly cause: string;
  readonly fix: string;
}

/** Everything that `npm run doctor` can find, in the words that its reader may search for. */
export const findings = {
  old_node: {
    level: "failed",
    cause: "This version of Node is older than the site can do with.",
    fix: "Install Node 20.19 or newer of the 20s, or 22.12 and up (24 recommended).",
  },
  not_configured: {
    level: "failed",
    cause: "No Spotify app is set.",
    fix: "Run `npm run connect`.",
  },
  environment_malformed: {
    level: "failed",
    cause: "A variable is missing or malformed; until it is mended Spotify is not asked.",
    fix: "Mend the one that is named, and start the site again.",
  },
  env_file_readable: {
    level: "warning",
    cause: "Other users of this machine may read the file that holds your secrets.",
    fix: "Run `chmod 600` on it.",
  },
  session_secret_missing: {
    level: "warning",
    cause: "SESSION_SECRET is not set: no token can be stored, and nobody can sign in at /owner.",
    fix: "Run `npm run connect`, which makes one, or set at least 32 random characters.",
  },
  owner_missing: {
    level: "warning",
    cause: "SPOTIFY_OWNER_ID is not set: /owner refuses everyone in production.",
    fix: "Run `npm run connect`, which writes it, or set it to your Spotify user name.",
  },
  redirect_localhost: {
    level: "warning",
    cause:
      "SITE_URL says `localhost`, which Spotify refuses: INVALID_CLIENT: Insecure redirect URI.",
    fix: "Write 127.0.0.1 in its place, and register the address without a port.",
  },
  redirect_insecure: {
    level: "warning",
    cause:
      "SITE_URL is plain http, which Spotify refuses for a sign-in: INVALID_CLIENT: Insecure redirect URI.",
    fix: "Serve the site over https, or sign in with `npm run connect` only.",
  },
  store_fails: {
    level: "failed",
    cause: "What the site keeps (tokens, budget, gate) cannot be written and read.",
    fix: "Mend what is named above: start Redis or correct REDIS_URL, or set DATA_DIR to a folder that can be written.",
  },
  store_in_memory: {
    level: "warning",
    cause: "Nothing is kept but in the memory of each process: a restart forgets the budget.",
    fix: "Set REDIS_URL where no file can be written (serverless), or DATA_DIR.",
  },
  host_not_found: {
    level: "failed",
    cause: "The name of Spotify's host is not known (DNS).",
    fix: "Check this machine's network and name server; look whether SPOTIFY_ACCOUNTS_URL or SPOTIFY_API_URL is set.",
  },
  host_refused: {
    level: "failed",
    cause: "The connection to Spotify's host was refused.",
    fix: "Check firewall and proxy; look whether SPOTIFY_ACCOUNTS_URL or SPOTIFY_API_URL is set.",
  },
  host_tls: {
    level: "failed",
    cause:
      "No safe connection to Spotify's host can be made (TLS): its certificate is not believed.",
    fix: "Set this machine's clock; a proxy that reads along needs NODE_EXTRA_CA_CERTS.",
  },
  host_timeout: {
    level: "failed",
    cause: "Spotify's host did not answer in time.",
    fix: "Try again; if it stays so, check firewall and proxy.",
  },
  host_unreachable: {
    level: "failed",
    cause: "Spotify's host cannot be reached.",
    fix: "Check this machine's network; try again.",
  },
  clock_off: {
    level: "warning",
    cause: "This machine's clock differs from Spotify's by more than 30 seconds.",
    fix: "Let the system set its clock (NTP).",
  },
  clock_wrong: {
    level: "failed",
    cause: "This machine's clock is wrong by more than 5 minutes: songs end at the wrong time.",
    fix: "Let the system set its clock (NTP).",
  },
  invalid_client: {
    level: "failed",
    cause: "Spotify answers invalid_client: Client ID or Client secret is wrong.",
    fix: "Copy both again from Spotify's developer dashboard: `npm run connect`.",
  },
  not_connected: {
    level: "failed",
    cause: "Nobody has signed in: there is no refresh token.",
    fix: "Run `npm run connect`, or sign in at /owner.",
  },
  disconnected: {
    level: "failed",
    cause: "The connection was ended by its owner.",
    fix: "Run `npm run connect`, or sign in at /owner, to have it back.",
  },
  invalid_grant: {
    level: "failed",
    cause:
      "Spotify answers invalid_grant: the refresh token is older than six months, was revoked, or is mangled.",
    fix: "Run `npm run connect`, or sign in at /owner.",
  },
  token_rate_limited: {
    level: "failed",
    cause: "Spotify's token endpoint asked to be left alone (429).",
    fix: "Wait until then; it is asked again by itself.",
  },
  token_endpoint_fails: {
    level: "failed",
    cause: "Spotify's token endpoint gave no answer that can be used.",
    fix: "Nothing: it is asked again by itself. Try again in some minutes.",
  },
  secret_changed: {
    level: "warning",
    cause: "The store holds a sign-in that was sealed with another SESSION_SECRET.",
    fix: "Set the old SESSION_SECRET again, or run `npm run connect`.",
  },
  connected_at_unknown: {
    level: "warning",
    cause: "The day of the sign-in is not known, so nobody counts down its six months.",
    fix: "Set SPOTIFY_CONNECTED_AT, or run `npm run connect`.",
  },
  ends_soon: {
    level: "warning",
    cause: "Spotify ends the sign-in soon, six months after it was made.",
    fix: "Run `npm run connect`, or sign in at /owner: six new months begin.",
  },
  six_months_over: {
    level: "warning",
    cause: "The six months of the sign-in are over.",
    fix: "Run `npm run connect`, or sign in at /owner: six new months begin.",
  },
  token_unsaved: {
    level: "failed",
    cause: "Spotify sent a new refresh token, and it could not be written down.",
    fix: "Mend the store, then run `npm run connect`.",
  },
  token_moved: {
    level: "warning",
    cause:
      "Spotify sent a new refresh token; the store cannot keep it, so it was written to your .env file.",
    fix: "Set SESSION_SECRET and mend the store. Copy SPOTIFY_REFRESH_TOKEN to where the site runs.",
  },
  insufficient_scope: {
    level: "failed",
    cause:
      "The token lacks user-read-currently-playing: Spotify says insufficient scope, or Permissions missing.",
    fix: "Run `npm run connect`, and agree to what is asked.",
  },
  other_account: {
    level: "warning",
    cause: "The token belongs to another account than SPOTIFY_OWNER_ID names.",
    fix: "Run `npm run connect` with the account you listen with.",
  },
  premium_missing: {
    level: "failed",
    cause: "The owner of the Spotify app has no active Premium (403).",
    fix: "Renew Premium; Spotify needs a few hours to notice.",
  },
  user_not_registered: {
    level: "failed",
    cause: "The account you listen with is not on the app's list (403).",
    fix: "Add it under User Management in Spotify's developer dashboard.",
  },
  forbidden: {
    level: "failed",
    cause: "Spotify forbids the app to ask (403).",
    fix: "Look at the app's status and its User Management in Spotify's developer dashboard.",
  },
  rate_limited: {
    level: "failed",
    cause: "Spotify's rate limit is reached (429): it asked to be left alone.",
    fix: "Wait until then; it is asked again by itself.",
  },
  quota_exceeded: {
    level: "failed",
    cause:
      "The developer account's daily quota is spent (429, QUOTA_EXCEEDED); all its apps share it.",
    fix: "Wait until then; lower SPOTIFY_DAILY_BUDGET if another app needs a part of it.",
  },
  budget_spent: {
    level: "warning",
    cause: "The site has spent its budget of calls for these 24 hours (SPOTIFY_DAILY_BUDGET).",
    fix: "Wait until then; it is asked again by itself.",
  },
  token_refused: {
    level: "failed",
    cause: "Spotify refuses an access token that it has just granted (401).",
    fix: "Run `npm run connect`, or sign in at /owner.",
  },
  spotify_fails: {
    level: "failed",
    cause: "Spotify gave no answer that can be used.",
    fix: "Nothing: it is asked again by itself. Try again in some minutes.",
  },
} as const satisfies Record<string, Finding>;

export type FindingCode = keyof typeof findings;
