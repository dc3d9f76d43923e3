import { z } from "zod";

const latency = z.number().min(0).max(600_000);

/** What can be changed while it runs. */
export const optionsPatchSchema = z
  .strictObject({
    /** Whether a refresh answer brings a new refresh token, and whether the old one then dies. */
    rotation: z.enum(["off", "on", "strict"]),
    accessTokenSeconds: z.number().positive(),
    refreshTokenDays: z.number().positive(),
    /** Scopes that Spotify knows of, whatever was asked for; null for all that were. Holds at once, for tokens in use too. */
    grantedScopes: z.array(z.string()).nullable(),
    /** Who is signed in at Spotify when the consent page opens. */
    user: z.enum(["owner", "stranger", "unlisted"]),
    latencyMs: z.strictObject({ accounts: latency, api: latency, images: latency }).partial(),
    /** After so long a pause Spotify forgets the song (about 120 s in life); null for never. */
    pausedSeconds: z.number().positive().nullable(),
    redirectUris: z.array(z.string()).min(1),
  })
  .partial();

export type OptionsPatch = z.infer<typeof optionsPatchSchema>;

export interface Options {
  readonly rotation: "off" | "on" | "strict";
  readonly accessTokenSeconds: number;
  readonly refreshTokenDays: number;
  readonly grantedScopes: readonly string[] | null;
  readonly user: "owner" | "stranger" | "unlisted";
  readonly latencyMs: {
    readonly accounts: number;
    readonly api: number;
    readonly images: number;
  };
  readonly pausedSeconds: number | null;
  readonly redirectUris: readonly string[];
}

export const defaultOptions: Options = {
  rotation: "off",
  accessTokenSeconds: 3600,
  refreshTokenDays: 180,
  grantedScopes: null,
  user: "owner",
  latencyMs: { accounts: 0, api: 0, images: 0 },
  pausedSeconds: null,
  redirectUris: [
    "http://127.0.0.1/owner/callback",
    "http://[::1]/owner/callback",
    "http://127.0.0.1/callback",
    "https://site.example/owner/callback",
  ],
};

export function mergeOptions(options: Options, patch: OptionsPatch): Options {
  return {
    rotation: patch.rotation ?? options.rotation,
    accessTokenSeconds: patch.accessTokenSeconds ?? options.accessTokenSeconds,
    refreshTokenDays: patch.refreshTokenDays ?? options.refreshTokenDays,
    grantedScopes: patch.grantedScopes === undefined ? options.grantedScopes : patch.grantedScopes,
    user: patch.user ?? options.user,
    latencyMs: {
      accounts: patch.latencyMs?.accounts ?? options.latencyMs.accounts,
      api: patch.latencyMs?.api ?? options.latencyMs.api,
      images: patch.latencyMs?.images ?? options.latencyMs.images,
    },
    pausedSeconds: patch.pausedSeconds === undefined ? options.pausedSeconds : patch.pausedSeconds,
    redirectUris: patch.redirectUris ?? options.redirectUris,
  };
}
