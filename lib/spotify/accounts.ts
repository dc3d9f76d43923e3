import * as oauth from "oauth4webapi";
import type { Secret } from "@/lib/secret";
import type { SpotifyHosts } from "./request";
import { describeTokenEndpoint, nameFailure, readGrant } from "./token-endpoint";
import type { Grant } from "./token-endpoint";

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/**
 * Trades a refresh token for an access token, with HTTP Basic as Spotify asks of confidential clients.
 *
 * @throws {SpotifyError} `invalid_grant` and `invalid_client` need a person; the rest may pass
 * @see https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
 */
export async function refreshAccessToken(
  hosts: SpotifyHosts,
  credentials: ClientCredentials,
  refreshToken: Secret,
): Promise<Grant> {
  const { server, options } = describeTokenEndpoint(hosts);
  const client = { client_id: credentials.clientId };
  const secret = oauth.ClientSecretBasic(credentials.clientSecret.reveal());
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      secret,
      refreshToken.reveal(),
      options,
    );
    return readGrant(await oauth.processRefreshTokenResponse(server, client, response));
  } catch (error) {
    throw nameFailure(error);
  }
}
