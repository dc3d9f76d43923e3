import { setTimeout as sleep } from "node:timers/promises";
import { demoPlaylist } from "@/emulator/playlist/demo-playlist";
import { startEmulator } from "@/emulator/server";
import { makeOwnersCookie } from "@/lib/testing/owners-cookie";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { openPlace } from "@/scripts/reliability/site/open-place";
import type { StoreKind } from "@/scripts/reliability/site/open-place";
import { startBentSite } from "@/scripts/reliability/site/start-bent-site";
import { createVirtualClock } from "@/scripts/reliability/site/virtual-clock";
import { signIn } from "@/scripts/reliability/site/sign-in";
import { TROUBLES } from "@/scripts/reliability/matrix/troubles";
import { createCallBook } from "./count-calls";
import { keepVisiting } from "./keep-visiting";
import { readBudget } from "./read-budget";

const SECOND = 1_000;

/** Virtual seconds per second: an hour is ten days. */
const SPEED = 240;

/** What is measured how often, in ms. */
const SAMPLE_MS = 10 * SECOND;

/** Troubles last this long, in ms, and come with every third sample. */
const TROUBLE_MS = 4 * SECOND;

interface SoakOptions {
  /** The standalone build's server.js. */
  readonly file: string;
  readonly minutes: number;
  readonly store: StoreKind;
  readonly say: (line: string) => void;
}

/**
 * Of Spotify alone: here both sides live by one clock, and what never reaches Spotify would be counted by
 * the site only.
 */
const WEATHER = TROUBLES.filter(({ host }) => host === "accounts" || host === "api");

/** How the process fared at one moment. */
export interface Sample {
  readonly minute: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly openFiles: number;
}

export interface Soak {
  readonly minutes: number;
  readonly virtualDays: number;
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly samples: readonly Sample[];
  readonly unhandled: readonly string[];
  readonly troubles: number;
  readonly refreshes: number;
  /** How often the owner signed in again, told to: a spoilt answer takes a rotated token with it. */
  readonly signIns: number;
  /** Calls of the Web API that the emulator saw, and the most in any 24 hours of them. */
  readonly calls: number;
  readonly worstDay: number;
  readonly dailyBudget: number;
  /**
   * How often the site's own count was compared with the emulator's, how often it was too low, and by how
   * much it was too high at most: a call is counted before it is made, and may then never arrive.
   */
  readonly counts: {
    readonly compared: number;
    readonly tooLow: number;
    readonly mostTooHigh: number;
  };
}

/** Days and nights of visitors and troubles, at many times their speed, on one process. */
export async function measureSoak({ file, minutes, store, say }: SoakOptions): Promise<Soak> {
  const clock = createVirtualClock(SPEED);
  const began = clock.now();
  const emulator = await startEmulator({
    host: "localhost",
    now: clock.now,
    playlist: demoPlaylist,
  });
  emulator.control.options({ rotation: "strict" });
  const place = await openPlace(store);
  const environment = describeEnvironment(emulator, { siteUrl: "", dataDir: "" });
  const site = await startBentSite({
    file,
    clock,
    describe: (url) => ({ ...environment, SITE_URL: url, ...place.variables }),
  });
  const { SESSION_SECRET = "", SPOTIFY_OWNER_ID = "" } = environment;
  const book = createCallBook();
  const samples: Sample[] = [];
  const counts = { compared: 0, tooLow: 0, mostTooHigh: 0 };
  let unhandled: readonly string[] = [];
  let troubles = 0;
  let signIns = 0;
  let dailyBudget = 0;
  const visits = keepVisiting(site.url);
  const end = Date.now() + minutes * 60 * SECOND;
  try {
    for (let turn = 0; Date.now() < end; turn++) {
      if (turn % 3 === 2) {
        const trouble = WEATHER[(troubles * 7) % WEATHER.length];
        troubles += 1;
        await trouble?.begin({ emulator, site, clock });
        await sleep(TROUBLE_MS);
        await trouble?.end({ emulator, site, clock });
      }
      await sleep(SAMPLE_MS - (turn % 3 === 2 ? TROUBLE_MS : 0));
      const { heapBytes, rssBytes, openFiles, ...more } = await site.vitals();
      ({ unhandled } = more);
      const minute = (turn * SAMPLE_MS) / (60 * SECOND);
      samples.push({ minute, heapBytes, rssBytes, openFiles });
      // Between two looks at it nothing may be asked: else the counts are of two moments.
      const cookie = makeOwnersCookie(SESSION_SECRET, SPOTIFY_OWNER_ID, clock.now);
      await visits.pause(async () => {
        const budget = await readBudget(site.url, cookie);
        const now = clock.now();
        const { currentlyPlaying, recentlyPlayed, me } = emulator.control.state().counters;
        book.note(emulator.control.log(), currentlyPlaying + recentlyPlayed + me);
        const { least, most } = book.count(now);
        dailyBudget = budget.limit;
        const spent = budget.limit - budget.remaining;
        counts.compared += 1;
        if (spent < least) counts.tooLow += 1;
        counts.mostTooHigh = Math.max(counts.mostTooHigh, spent - most);
        if (spent < least || spent > most)
          say(`The site counts ${spent} calls, Spotify ${least} to ${most}.`);
      });
      if (await isToldToSignIn(site.url)) {
        signIns += 1;
        await signIn(site.url);
      }
      if (turn % 30 === 29) say(`${minute.toFixed(0)} min: ${(heapBytes / 1e6).toFixed(1)} MB`);
    }
    const { requests, statuses } = await visits.stop();
    const { token } = emulator.control.state().counters;
    return {
      minutes,
      virtualDays: (clock.now() - began) / (24 * 60 * 60 * SECOND),
      requests,
      statuses,
      samples,
      unhandled,
      troubles,
      refreshes: token,
      signIns,
      calls: book.total(),
      worstDay: book.worstDay(),
      dailyBudget,
      counts,
    };
  } finally {
    await visits.stop();
    await site.stop();
    await emulator.close();
    await place.close();
  }
}

async function isToldToSignIn(site: string): Promise<boolean> {
  return (await (await fetch(`${site}/api/health`)).text()).includes('"reauthorize"');
}
