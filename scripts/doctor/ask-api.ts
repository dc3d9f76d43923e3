import { refusalOf } from "@/lib/connection/refusal-of";
import type { Meter } from "@/lib/now-playing/meter";
import { HeldBack } from "@/lib/now-playing/source";
import type { Secret } from "@/lib/secret";
import { isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyError } from "@/lib/spotify/errors";
import { fetchCurrentlyPlaying } from "@/lib/spotify/player";
import { fetchProfile } from "@/lib/spotify/profile";
import type { SpotifyHosts } from "@/lib/spotify/request";
import { describePlayback } from "@/scripts/terminal/describe-playback";
import type { ApiFacts, ApiTrouble } from "./facts";

interface Asking {
  readonly hosts: SpotifyHosts;
  readonly accessToken: Secret;
  /** Counts both calls, as the site counts its own. */
  readonly meter: Meter;
  readonly now: () => number;
}

/** Asks whose account it is and what plays, once each; after a refusal nothing more. */
export async function askApi({ hosts, accessToken, meter, now }: Asking): Promise<ApiFacts> {
  let profile: ApiFacts["profile"];
  try {
    await meter.permit();
    profile = await fetchProfile(hosts, accessToken);
    await meter.permit();
    const playback = await fetchCurrentlyPlaying(hosts, accessToken);
    return { profile, playing: describePlayback(playback), trouble: undefined };
  } catch (error) {
    return { profile, playing: undefined, trouble: await describeTrouble(error, meter, now) };
  }
}

async function describeTrouble(
  error: unknown,
  meter: Meter,
  now: () => number,
): Promise<ApiTrouble> {
  if (error instanceof HeldBack) {
    const by = error.by === "budget" ? "budget" : (meter.gate(now())?.kind ?? "rate");
    return { type: "held_back", by, until: error.until };
  }
  if (!isSpotifyError(error)) throw error;
  return {
    type: "failed",
    code: error.code,
    message: error.message,
    until: await closeGate(error, meter),
  };
}

/** After a 429 the site asks nothing either, until then. */
async function closeGate(error: SpotifyError, meter: Meter): Promise<number | undefined> {
  const refusal = refusalOf(error);
  return refusal && (await meter.refuse(refusal)).until;
}
