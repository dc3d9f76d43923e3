import * as oauth from "oauth4webapi";
import { say } from "@/lib/telling/say";
import type { ClientCredentials } from "./accounts";
import { AuthorizationError } from "./authorization-error";
import type { SpotifyHosts } from "./request";
import { describeTokenEndpoint, nameFailure, readGrant } from "./token-endpoint";
import type { Grant } from "./token-endpoint";

/** Why a sign-in may be refused (RFC 6749, section 4.1.2.1). The word comes with a request: no other is repeated. */
const REASONS = [
  "invalid_request",
  "unauthorized_client",
  "unsupported_response_type",
  "invalid_scope",
  "server_error",
  "temporarily_unavailable",
] as const;

export interface AskedConsent {
  /** Registered with the app, to the letter; a loopback literal takes any port. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Shows Spotify's page, where the account can be changed, even to somebody who has agreed before. */
  readonly showDialog?: boolean | undefined;
}

/** What was asked of the author's consent; all of it is needed to take the answer. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  /** Random; comes back with the answer, and tells it from one that somebody else began. */
  readonly state: string;
  /** PKCE (RFC 7636): proves that whoever trades the code is who asked for it. */
  readonly codeVerifier: string;
}

/**
 * Begins a sign-in: where to send the browser, and what to remember until it comes back.
 *
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-flow
 */
export async function requestAuthorization(
  hosts: SpotifyHosts,
  clientId: string,
  asked: AskedConsent,
): Promise<{ readonly url: URL; readonly request: AuthorizationRequest }> {
  const state = oauth.generateRandomState();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const url = new URL("/authorize", hosts.accountsUrl);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    redirect_uri: asked.redirectUri,
    scope: asked.scopes.join(" "),
    state,
    code_challenge_method: "S256",
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    show_dialog: String(asked.showDialog ?? false),
  }).toString();
  return { url, request: { redirectUri: asked.redirectUri, state, codeVerifier } };
}

/**
 * Takes Spotify's answer to {@link requestAuthorization} and trades its code for tokens.
 *
 * @param answer the query with which the browser came back
 * @throws {AuthorizationError} where the sign-in came to nothing; {SpotifyError} where Spotify did not
 * answer, or refuses the client
 */
export async function redeemAuthorization(
  hosts: SpotifyHosts,
  credentials: ClientCredentials,
  answer: URLSearchParams,
  { redirectUri, state, codeVerifier }: AuthorizationRequest,
): Promise<Grant> {
  const { server, options } = describeTokenEndpoint(hosts);
  const client = { client_id: credentials.clientId };
  const secret = oauth.ClientSecretBasic(credentials.clientSecret.reveal());
  const checked = checkAnswer(server, client, answer, state);
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      secret,
      checked,
      redirectUri,
      codeVerifier,
      options,
    );
    return readGrant(await oauth.processAuthorizationCodeResponse(server, client, response));
  } catch (error) {
    const failure = nameFailure(error);
    if (failure.code !== "invalid_grant") throw failure;
    const message = say`Spotify answered invalid_grant: the code was used already, or is older than ten minutes. Sign in again.`;
    throw new AuthorizationError("used_code", message);
  }
}

function checkAnswer(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  answer: URLSearchParams,
  state: string,
): URLSearchParams {
  // The same name twice is nobody's honest answer, and the library looks at some names only.
  const isDouble = new Set(answer.keys()).size !== [...answer.keys()].length;
  const isAnswer = answer.has("code") || answer.has("error");
  try {
    if (isAnswer && !isDouble) return oauth.validateAuthResponse(server, client, answer, state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw describeRefusal(error.error);
  }
  const message = say`This answer belongs to another sign-in. Nothing was changed; sign in again.`;
  throw new AuthorizationError("foreign_answer", message);
}

function describeRefusal(code: string): AuthorizationError {
  if (code === "access_denied") {
    const message = say`Spotify was told not to connect (access_denied). Sign in again and agree.`;
    return new AuthorizationError("access_denied", message);
  }
  const name = REASONS.find((reason) => reason === code);
  const message = say`Spotify refused the sign-in${name ? say` (${name})` : ""}. Sign in again; if it stays so, check the app in Spotify's developer dashboard.`;
  return new AuthorizationError("refused", message);
}
