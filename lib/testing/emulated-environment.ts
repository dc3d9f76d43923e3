import type { Emulator } from "@/emulator/server";

/** The variables of a site that plays from an emulator and keeps its data in a folder. */
export function describeEmulated(
  { url, credentials }: Pick<Emulator, "url" | "credentials">,
  folder: string,
): Record<string, string> {
  return {
    SPOTIFY_CLIENT_ID: credentials.clientId,
    SPOTIFY_CLIENT_SECRET: credentials.clientSecret,
    SPOTIFY_REFRESH_TOKEN: credentials.refreshToken,
    SPOTIFY_CONNECTED_AT: credentials.connectedAt,
    SPOTIFY_ACCOUNTS_URL: url,
    SPOTIFY_API_URL: url,
    SPOTIFY_IMAGE_ORIGINS: url,
    DATA_DIR: folder,
  };
}
