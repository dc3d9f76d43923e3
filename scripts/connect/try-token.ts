import { refusalOf } from "@/lib/connection/refusal-of";
import type { SignedIn } from "@/lib/connection/sign-in";
import type { Meter } from "@/lib/now-playing/meter";
import { fetchCurrentlyPlaying } from "@/lib/spotify/player";
import type { SpotifyHosts } from "@/lib/spotify/request";
import { describePlayback } from "@/scripts/terminal/describe-playback";
import type { Screen } from "@/scripts/terminal/screen";
import { wrap } from "@/scripts/terminal/words";

/** Whether what is playing can be read, said in words. */
export async function tryToken(
  hosts: SpotifyHosts,
  meter: Meter,
  { accessToken }: SignedIn,
  { say, paint }: Screen,
): Promise<boolean> {
  try {
    await meter.permit();
    say(paint("green", describePlayback(await fetchCurrentlyPlaying(hosts, accessToken))));
    return true;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) await meter.refuse(refusal);
    const reason = error instanceof Error ? error.message : "";
    say(paint("red", wrap(`What is playing could not be read. ${reason}`)));
    say("`npm run doctor` looks again.");
    return false;
  }
}
