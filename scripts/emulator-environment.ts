import type { Emulator } from "@/emulator/server";
import { SPOTIFY_IMAGE_HOSTS } from "@/lib/spotify/image-hosts";

/** For a build that will meet an emulator, on whatever port: pages name at build where covers may come from. */
export const LOCAL_IMAGE_ORIGINS = `${SPOTIFY_IMAGE_HOSTS} http://127.0.0.1:* http://localhost:*`;

/** What a build is made with that will meet an emulator: nothing of an account or an address of the author's. */
export const BUILD_ENVIRONMENT = {
  NODE_ENV: "production",
  SITE_URL: "",
  SPOTIFY_IMAGE_ORIGINS: LOCAL_IMAGE_ORIGINS,
  NEXT_TELEMETRY_DISABLED: "1",
} as const;

/**
 * Every variable that the site reads, set so that it meets the emulator and nothing else: what a
 * developer has in the shell or in .env.local is overridden, an empty value counts as none.
 */
export function describeEnvironment(
  emulator: Pick<Emulator, "url" | "credentials">,
  { dataDir, siteUrl }: { readonly dataDir: string; readonly siteUrl: string },
): Record<string, string> {
  const { clientId, clientSecret, refreshToken, userId, connectedAt } = emulator.credentials;
  return {
    SPOTIFY_CLIENT_ID: clientId,
    SPOTIFY_CLIENT_SECRET: clientSecret,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_CONNECTED_AT: connectedAt,
    SPOTIFY_OWNER_ID: userId,
    SPOTIFY_DAILY_BUDGET: "",
    SPOTIFY_ACCOUNTS_URL: emulator.url,
    SPOTIFY_API_URL: emulator.url,
    SPOTIFY_IMAGE_ORIGINS: emulator.url,
    SITE_URL: siteUrl,
    SESSION_SECRET: "a-secret-for-the-emulator-only-not-for-life",
    REDIS_URL: "",
    DATA_DIR: dataDir,
    OWNER_WEBHOOK_URL: "",
    VERCEL: "",
    VERCEL_PROJECT_PRODUCTION_URL: "",
  };
}
