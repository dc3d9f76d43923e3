import { z } from "zod";
import { parseImageOrigins } from "@/lib/artwork/image-origins";
import { SPOTIFY_IMAGE_HOSTS } from "@/lib/spotify/image-hosts";
import type { ImageOrigin } from "@/lib/artwork/image-origins";
import { isLoopback } from "@/lib/owner/origins";
import { Secret } from "@/lib/secret";
import { EXPECTED_SITE_URL, basePathOf, parseSiteUrl } from "@/lib/site/base-path";
import { isRedisUrl } from "@/lib/store/redis-url";

const DAY_MS = 24 * 60 * 60_000;

/** What the environment says, once every value is known to be what it should be. */
export interface Environment {
  /** None: nobody has registered an app with Spotify yet. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: Secret } | undefined;
  readonly refreshToken: Secret | undefined;
  /** Epoch ms of the sign-in that made the refresh token. */
  readonly connectedAt: number | undefined;
  /** Most Web API calls in any 24 hours. */
  readonly dailyBudget: number;
  readonly accountsUrl: string;
  readonly apiUrl: string;
  readonly imageOrigins: readonly ImageOrigin[];
  /** The site's public address, with its own path where it has one, and no slash at the end. */
  readonly siteUrl: string | undefined;
  /** The Spotify user who may sign in at /owner. */
  readonly ownerId: string | undefined;
  readonly sessionSecret: Secret | undefined;
  readonly dataDir: string | undefined;
  readonly redisUrl: Secret | undefined;
  /** Gets a POST when the connection needs its owner. */
  readonly webhookUrl: Secret | undefined;
  readonly isVercel: boolean;
  /** `next dev`, on the author's own machine. */
  readonly isDevelopment: boolean;
}

/** A variable that cannot be used: its name, and what was expected. Never its value. */
export interface EnvironmentProblem {
  readonly name: string;
  readonly expected: string;
}

const keepSecret = (text: string): Secret => new Secret(text);

const word = (expected: string) => z.string().regex(/^[^\s"'`]+$/, expected);

/** An https address, or a plain http one of this machine: nothing secret goes unencrypted over a network. */
const host = (expected: string) =>
  z
    .string()
    .refine((text) => isSafeOrigin(text), expected)
    .transform((text) => new URL(text).origin);

const schema = {
  SPOTIFY_CLIENT_ID: word(
    "the Client ID from Spotify's developer dashboard, without quotes or spaces",
  ),
  SPOTIFY_CLIENT_SECRET: word(
    "the Client secret from Spotify's developer dashboard, without quotes or spaces",
  ).transform(keepSecret),
  SPOTIFY_REFRESH_TOKEN: word(
    "the refresh token of your sign-in, without quotes or spaces",
  ).transform(keepSecret),
  SPOTIFY_CONNECTED_AT: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/, "the day of your sign-in as an ISO date, such as 2026-11-20")
    .transform((text) => Date.parse(text))
    .refine(
      // None was before the epoch, and the store takes none.
      (time) => time >= 0 && time < Date.now() + DAY_MS,
      "the day of your sign-in as an ISO date, such as 2026-11-20, and not in the future",
    ),
  SPOTIFY_DAILY_BUDGET: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "a whole number of calls, 1 to 999999")
    .transform(Number),
  SPOTIFY_ACCOUNTS_URL: host(
    "an origin such as https://accounts.spotify.com (http on this machine only)",
  ),
  SPOTIFY_API_URL: host(
    "an origin such as https://api.spotify.com, without /v1 (http on this machine only)",
  ),
  SPOTIFY_IMAGE_ORIGINS: z
    .string()
    .transform((text) => parseImageOrigins(text))
    .refine(
      ({ origins, problems }) => origins.length > 0 && problems.length === 0,
      "origins separated by spaces, such as https://i.scdn.co https://*.scdn.co (http on this machine only)",
    )
    .transform(({ origins }) => origins),
  SITE_URL: z
    .string()
    .transform((text) => parseSiteUrl(text))
    .refine((siteUrl) => siteUrl !== undefined, EXPECTED_SITE_URL),
  SESSION_SECRET: z
    .string()
    .min(32, "at least 32 characters; `openssl rand -base64 32` makes some")
    .transform(keepSecret),
  SPOTIFY_OWNER_ID: word("the user name of your Spotify account, without quotes or spaces"),
  DATA_DIR: z.string(),
  REDIS_URL: z
    .string()
    .refine(
      (text) => isRedisUrl(text),
      "an address such as redis://127.0.0.1:6379 or rediss://default:password@host:6379",
    )
    .transform(keepSecret),
  OWNER_WEBHOOK_URL: z
    .string()
    .refine((text) => isSafeUrl(text), "an https address (http on this machine only)")
    .transform(keepSecret),
};

type Name = keyof typeof schema;

/**
 * Reads the environment: a variable that is empty counts as absent, one that is malformed is named in
 * `problems`. While there are problems Spotify is not asked.
 *
 * @param variables usually `process.env`
 * @param built the base path that the site was built with, which another SITE_URL does not change; undefined
 * where nothing that was built is at hand
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  built?: string,
): {
  environment: Environment;
  problems: EnvironmentProblem[];
} {
  const problems: EnvironmentProblem[] = [];

  function read<T>(name: Name, type: z.ZodType<T>): T | undefined {
    const text = variables[name]?.trim();
    if (!text) return undefined;
    const { data, error } = type.safeParse(text);
    for (const { message } of error?.issues ?? []) problems.push({ name, expected: message });
    return data;
  }

  const clientId = read("SPOTIFY_CLIENT_ID", schema.SPOTIFY_CLIENT_ID);
  const clientSecret = read("SPOTIFY_CLIENT_SECRET", schema.SPOTIFY_CLIENT_SECRET);
  const refreshToken = read("SPOTIFY_REFRESH_TOKEN", schema.SPOTIFY_REFRESH_TOKEN);
  const isDevelopment = variables.NODE_ENV === "development";
  const told = read("SITE_URL", schema.SITE_URL);
  // The development server lies at the root of its port, whatever will be built.
  const basePath = isDevelopment ? undefined : built;
  if (told !== undefined && basePath !== undefined && basePathOf(told) !== basePath) {
    problems.push({ name: "SITE_URL", expected: describeBuilt(basePath) });
  }
  const vercelHost = variables.VERCEL_PROJECT_PRODUCTION_URL?.trim();
  const byVercel = vercelHost ? parseSiteUrl(`https://${vercelHost}`) : undefined;
  const environment: Environment = {
    credentials: clientId && clientSecret ? { clientId, clientSecret } : undefined,
    refreshToken,
    connectedAt: read("SPOTIFY_CONNECTED_AT", schema.SPOTIFY_CONNECTED_AT),
    dailyBudget: read("SPOTIFY_DAILY_BUDGET", schema.SPOTIFY_DAILY_BUDGET) ?? 700,
    accountsUrl:
      read("SPOTIFY_ACCOUNTS_URL", schema.SPOTIFY_ACCOUNTS_URL) ?? "https://accounts.spotify.com",
    apiUrl: read("SPOTIFY_API_URL", schema.SPOTIFY_API_URL) ?? "https://api.spotify.com",
    imageOrigins:
      read("SPOTIFY_IMAGE_ORIGINS", schema.SPOTIFY_IMAGE_ORIGINS) ??
      parseImageOrigins(SPOTIFY_IMAGE_HOSTS).origins,
    siteUrl: placeSite(told ?? byVercel, basePath),
    sessionSecret: read("SESSION_SECRET", schema.SESSION_SECRET),
    ownerId: read("SPOTIFY_OWNER_ID", schema.SPOTIFY_OWNER_ID),
    dataDir: read("DATA_DIR", schema.DATA_DIR),
    redisUrl: read("REDIS_URL", schema.REDIS_URL),
    webhookUrl: read("OWNER_WEBHOOK_URL", schema.OWNER_WEBHOOK_URL),
    isVercel: Boolean(variables.VERCEL),
    isDevelopment,
  };
  problems.push(...findMissing(variables));
  return { environment, problems };
}

/** The site's address at the path where it is served. */
function placeSite(siteUrl: string | undefined, basePath: string | undefined): string | undefined {
  if (siteUrl === undefined || basePath === undefined) return siteUrl;
  return new URL(siteUrl).origin + basePath;
}

function describeBuilt(basePath: string): string {
  const path = basePath
    ? `an address with the path ${basePath}, with which the site was built`
    : "an address without a path, for the site was built without one";
  return `${path}; for another path build the site again, with the SITE_URL it shall have`;
}

/** The three of Spotify's variables make sense together only. */
function findMissing(
  variables: Readonly<Record<string, string | undefined>>,
): EnvironmentProblem[] {
  const isSet = (name: Name) => Boolean(variables[name]?.trim());
  const isStarted =
    isSet("SPOTIFY_CLIENT_ID") || isSet("SPOTIFY_CLIENT_SECRET") || isSet("SPOTIFY_REFRESH_TOKEN");
  if (!isStarted) return [];
  return (["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"] as const)
    .filter((name) => !isSet(name))
    .map((name) => ({ name, expected: "a value, as others of Spotify's variables are set" }));
}

function isSafeOrigin(text: string): boolean {
  if (!isSafeUrl(text)) return false;
  const { pathname, search, hash, username } = new URL(text);
  return pathname === "/" && !search && !hash && !username;
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}
