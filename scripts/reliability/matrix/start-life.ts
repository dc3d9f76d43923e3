import type { PlaylistEntry } from "@/emulator/playlist/entry";
import { startEmulator } from "@/emulator/server";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { openPlace } from "@/scripts/reliability/site/open-place";
import type { StoreKind } from "@/scripts/reliability/site/open-place";
import { startBentSite } from "@/scripts/reliability/site/start-bent-site";
import { createVirtualClock } from "@/scripts/reliability/site/virtual-clock";
import type { Stage } from "./troubles";

/** Longer than a gate of Spotify's daily quota: what changes is Spotify, not the music. */
const SONG_MS = 18 * 60 * 60_000;

/** A site with nothing known, its store, and a Spotify of its own. */
export interface Life extends Stage {
  readonly store: StoreKind;
  readonly title: string;
  /** Virtual time passes for the site and for Spotify alike. */
  advance(ms: number): Promise<void>;
  /** Whether `/api/health` asks for a sign-in. */
  isToldToSignIn(): Promise<boolean>;
  /** Whether it says that what Spotify sent could not be stored. */
  isToldUnsaved(): Promise<boolean>;
  /** Values that no answer and no log may hold. */
  secrets(): readonly string[];
  end(): Promise<void>;
}

export async function startLife(file: string, store: StoreKind): Promise<Life> {
  const clock = createVirtualClock();
  const spotifysClock = createVirtualClock();
  const title = "Vexations";
  const song: PlaylistEntry = {
    type: "track",
    title,
    artists: ["Erik Satie"],
    album: "840 Times",
    durationMs: SONG_MS,
  };
  const emulator = await startEmulator({
    // By name, so that the name can fail to be found.
    host: "localhost",
    keepsConnections: false,
    now: spotifysClock.now,
    playlist: [song],
  });
  const place = await openPlace(store);
  const site = await startBentSite({
    file,
    clock,
    describe: (url) => ({
      ...describeEnvironment(emulator, { siteUrl: url, dataDir: "" }),
      ...place.variables,
    }),
  });
  const { clientSecret } = emulator.credentials;

  async function readProblems(): Promise<string> {
    return (await fetch(`${site.url}/api/health`)).text();
  }

  return {
    store,
    title,
    emulator,
    site,
    clock,
    async advance(ms) {
      if (ms === 0) return;
      clock.advance(ms);
      spotifysClock.advance(ms);
      await site.bend();
    },
    isToldToSignIn: async () => (await readProblems()).includes('"reauthorize"'),
    isToldUnsaved: async () => (await readProblems()).includes('"token_unsaved"'),
    secrets: () => [clientSecret, ...emulator.issued()],
    async end() {
      await site.stop();
      await emulator.close();
      await place.close();
    },
  };
}
