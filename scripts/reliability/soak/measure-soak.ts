import { setTimeout as sleep } from "node:timers/promises";
import { demoPlaylist } from "@/emulator/playlist/demo-playlist";
import { startEmulator } from "@/emulator/server";
import { makeOwnersCookie } from "@/lib/testing/owners-cookie";
import { formatBytes } from "@/scripts/bench/report/numbers";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { TROUBLES } from "@/scripts/reliability/matrix/troubles";
import { openPlace } from "@/scripts/reliability/site/open-place";
import type { StoreKind } from "@/scripts/reliability/site/open-place";
import { signIn } from "@/scripts/reliability/site/sign-in";
import { startBentSite } from "@/scripts/reliability/site/start-bent-site";
import { createVirtualClock } from "@/scripts/reliability/site/virtual-clock";
import { createCallBook } from "./count-calls";
import { keepVisiting } from "./keep-visiting";
import { readBudget } from "./read-budget";
import type { Sample, Soak } from "./results";

const SECOND = 1_000;

/** Virtual seconds per second: an hour is ten days. */
const SPEED = 240;

/** What is measured how often, in ms. */
const SAMPLE_MS = 10 * SECOND;

/** Troubles last this long, in ms, and come with every third sample. */
const TROUBLE_MS = 4 * SECOND;

/** From one trouble to the next in their list, so that kinds and hosts take turns. */
const STRIDE = 7;

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

/** Days and nights of visitors and troubles, at many times their speed, on one process. */
export async function measureSoak({ file, minutes, store, say }: SoakOptions): Promise<Soak> {
  const clock = createVirtualClock(SPEED);
  const began = clock.now();
  const playlist = demoPlaylist;
  const emulator = await startEmulator({ host: "localhost", now: clock.now, playlist });
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

  async function haveTrouble(): Promise<void> {
    const trouble = WEATHER[(troubles * STRIDE) % WEATHER.length];
    troubles += 1;
    await trouble?.begin({ emulator, site, clock });
    await sleep(TROUBLE_MS);
    await trouble?.end({ emulator, site, clock });
  }

  async function compareCounts(): Promise<void> {
    const cookie = makeOwnersCookie(SESSION_SECRET, SPOTIFY_OWNER_ID, clock.now);
    const { limit, remaining } = await readBudget(site.url, cookie);
    const { currentlyPlaying, recentlyPlayed, me } = emulator.control.state().counters;
    book.note(emulator.control.log(), currentlyPlaying + recentlyPlayed + me);
    const { least, most } = book.count(clock.now());
    const spent = limit - remaining;
    dailyBudget = limit;
    counts.compared += 1;
    if (spent < least) counts.tooLow += 1;
    counts.mostTooHigh = Math.max(counts.mostTooHigh, spent - most);
    if (spent < least || spent > most)
      say(`The site counts ${spent} calls, Spotify ${least} to ${most}.`);
  }

  async function obeyHealth(): Promise<void> {
    if (!(await isToldToSignIn(site.url))) return;
    signIns += 1;
    say("The owner signs in again.");
    await signIn(site.url);
  }

  const end = Date.now() + minutes * 60 * SECOND;
  try {
    for (let turn = 0; Date.now() < end; turn++) {
      await Promise.all([sleep(SAMPLE_MS), turn % 3 === 2 && haveTrouble()]);
      const { heapBytes, rssBytes, openFiles, ...more } = await site.vitals();
      ({ unhandled } = more);
      const minute = (turn * SAMPLE_MS) / (60 * SECOND);
      samples.push({ minute, heapBytes, rssBytes, openFiles });
      // Between two looks at it nothing may be asked: else the counts are of two moments.
      await visits.pause(compareCounts);
      await obeyHealth();
      if (turn % 30 === 29) say(`${minute.toFixed(0)} min: ${formatBytes(heapBytes)}`);
    }
    return {
      minutes,
      virtualDays: (clock.now() - began) / (24 * 60 * 60 * SECOND),
      ...(await visits.stop()),
      samples,
      unhandled,
      troubles,
      refreshes: emulator.control.state().counters.token,
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
