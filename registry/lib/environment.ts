import { z } from "zod";
import { parseImageOrigins } from "@/lib/artwork/image-origins";
import type { ImageOrigin } from "@/lib/artwork/image-origins";
import { Secret } from "@/lib/secret";

/** What the environment says, once every value is known to be what it should be. */
export interface Environment {
  /** None: nobody has registered an app with Spotify yet. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: Secret } | undefined;
  readonly refreshToken: Secret | undefined;
  /** Epoch ms of the sign-in that made the refresh token. */
  readonly connectedAt: number | undefined;
  /** Seals the tokens that are stored; none: no token is stored. */
  readonly sessionSecret: Secret | undefined;
  /** Most Web API calls in any 24 hours. */
  readonly dailyBudget: number;
  readonly accountsUrl: string;
  readonly apiUrl: string;
  readonly imageOrigins: readonly ImageOrigin[];
  readonly dataDir: string | undefined;
  readonly isVercel: boolean;
}

/** A variable that cannot be used: its name, and what was expected. Never its value. */
export interface EnvironmentProblem {
  readonly name: string;
  readonly expected: string;
}

const DAY_MS = 24 * 60 * 60_000;
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

const word = z.string().regex(/^[^\s"'`]+$/, "the value without quotes or spaces");

/** An https address, or a plain http one of this machine: nothing secret goes unencrypted over a network. */
const host = z
  .string()
  .refine((text) => isSafeOrigin(text), "an origin such as https://api.spotify.com, without a path")
  .transform((text) => new URL(text).origin);

const secretWord = word.transform((text) => new Secret(text));

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/, "the day of your sign-in as an ISO date, such as 2026-11-20")
  .transform((text) => Date.parse(text))
  .refine((time) => time < Date.now() + DAY_MS, "a day that exists, and is not in the future");

const sessionSecret = z
  .string()
  .min(32, "at least 32 characters")
  .transform((text) => new Secret(text));

const calls = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, "a whole number of calls, 1 to 999999")
  .transform(Number);

const origins = z
  .string()
  .transform((text) => parseImageOrigins(text))
  .refine(
    ({ origins, problems }) => origins.length > 0 && problems.length === 0,
    "origins such as https://i.scdn.co, with spaces between",
  )
  .transform((parsed) => parsed.origins);

/**
 * Reads the environment: a variable that is empty counts as absent, one that is malformed is named in
 * `problems`. While there are problems Spotify is not asked.
 *
 * @param variables usually `process.env`
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): {
  environment: Environment;
  problems: EnvironmentProblem[];
} {
  const problems: EnvironmentProblem[] = [];

  function read<T>(name: string, type: z.ZodType<T>): T | undefined {
    const text = variables[name]?.trim();
    if (!text) return undefined;
    const { data, error } = type.safeParse(text);
    for (const { message } of error?.issues ?? []) problems.push({ name, expected: message });
    return data;
  }

  const clientId = read("SPOTIFY_CLIENT_ID", word);
  const clientSecret = read("SPOTIFY_CLIENT_SECRET", secretWord);
  const environment: Environment = {
    credentials: clientId && clientSecret ? { clientId, clientSecret } : undefined,
    refreshToken: read("SPOTIFY_REFRESH_TOKEN", secretWord),
    connectedAt: read("SPOTIFY_CONNECTED_AT", day),
    sessionSecret: read("SESSION_SECRET", sessionSecret),
    dailyBudget: read("SPOTIFY_DAILY_BUDGET", calls) ?? 700,
    accountsUrl: read("SPOTIFY_ACCOUNTS_URL", host) ?? "https://accounts.spotify.com",
    apiUrl: read("SPOTIFY_API_URL", host) ?? "https://api.spotify.com",
    imageOrigins:
      read("SPOTIFY_IMAGE_ORIGINS", origins) ??
      parseImageOrigins("https://i.scdn.co https://*.scdn.co https://*.spotifycdn.com").origins,
    dataDir: read("DATA_DIR", z.string()),
    isVercel: Boolean(variables.VERCEL),
  };
  const needed = ["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"];
  const isStarted = [...needed, "SPOTIFY_REFRESH_TOKEN"].some((name) => variables[name]?.trim());
  for (const name of isStarted ? needed : []) {
    if (!variables[name]?.trim())
      problems.push({ name, expected: "a value, as others of Spotify's variables are set" });
  }
  return { environment, problems };
}

function isSafeOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
  return isSafe && pathname === "/" && !search && !hash && !username;
}
