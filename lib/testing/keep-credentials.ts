import type { EnvironmentToken } from "@/lib/connection/choose-grant";
import { Secret } from "@/lib/secret";
import type { ClientCredentials } from "@/lib/spotify/accounts";

interface Told {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** The emulator's client and token, as the site holds them once it has read them. */
export function keepCredentials({
  clientId,
  clientSecret,
  refreshToken,
}: Told): ClientCredentials & EnvironmentToken {
  return {
    clientId,
    clientSecret: new Secret(clientSecret),
    refreshToken: new Secret(refreshToken),
  };
}
