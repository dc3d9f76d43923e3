import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { connectionEndsAt, describeWarning, dueWarning } from "@/lib/connection/lifetime";
import type { Sentence } from "@/lib/telling/say";
import { say } from "@/lib/telling/say";

const DAY_MS = 24 * 60 * 60_000;

/** Something that only the owner can see to. */
export interface Alert {
  /** What is told once is told once under this. */
  readonly key: string;
  /** What says the same to the owner: where that was told, and still holds, this is not. */
  readonly saidBy?: string | undefined;
  readonly event:
    "connection.ends_soon" | "connection.ended" | "connection.refused" | "app.refused";
  /** In words, with what to do. */
  readonly message: Sentence;
  /** Epoch ms at which it became true, where known. */
  readonly since?: number | undefined;
  /** Epoch ms at which the connection ends, where known. */
  readonly endsAt?: number | undefined;
}

/**
 * What the owner has to be told now, if anything: the most pressing thing only. An end and a refusal
 * that comes of it are one thing, and so is a refusal that is followed by the end.
 *
 * @param now epoch ms
 */
export function dueAlert(status: ConnectionStatus, now: number): Alert | undefined {
  const { state, authorizedAt } = status;
  if (state === "not_connected") return undefined;
  const signIn = nameSignIn(authorizedAt);
  const endsAt = authorizedAt === undefined ? undefined : connectionEndsAt(authorizedAt);
  const warning = authorizedAt === undefined ? undefined : dueWarning(authorizedAt, now);
  if (authorizedAt !== undefined && endsAt !== undefined && warning !== undefined) {
    const message = describeWarning(warning, authorizedAt);
    const since = endsAt - warning * DAY_MS;
    if (warning === 0) {
      const saidBy = `${signIn}/refused`;
      return { key: `${signIn}/end`, saidBy, event: "connection.ended", message, since, endsAt };
    }
    if (state === "connected") {
      return { key: `${signIn}/${warning}`, event: "connection.ends_soon", message, since, endsAt };
    }
  }
  if (state === "reauthorize") {
    const message = say`Spotify refuses the connection (invalid_grant, or a fresh access token was refused): the music ends when the present access token does, within the hour. Sign in again at /owner, or run \`npm run connect\`.`;
    return { key: `${signIn}/refused`, event: "connection.refused", message, endsAt };
  }
  if (state === "misconfigured") {
    const message = say`Spotify refuses the app (invalid_client): no music can be shown. Copy SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET again from Spotify's developer dashboard.`;
    return { key: `${signIn}/client`, event: "app.refused", message, endsAt };
  }
  return undefined;
}

/** Keys of what a sound connection has left behind: refusals that have passed, and may come again. */
export function passedAlerts({ state, authorizedAt }: ConnectionStatus): string[] {
  if (state !== "connected") return [];
  return ["refused", "client"].map((kind) => `${nameSignIn(authorizedAt)}/${kind}`);
}

/** The day, not the moment: it may be known with its hour here, and without it there. */
function nameSignIn(authorizedAt: number | undefined): string {
  if (authorizedAt === undefined) return "unknown";
  return String(Math.max(0, Math.floor(authorizedAt / DAY_MS)));
}
