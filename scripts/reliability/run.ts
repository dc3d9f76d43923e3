import type { Budget } from "@/scripts/bench/budgets";
import { buildSite } from "@/scripts/bench/build-site";
import { describeMachine } from "@/scripts/bench/describe-machine";
import { measureKills } from "./crash/measure-kills";
import { measureRealKills } from "./crash/measure-real-kills";
import { measureWindow } from "./crash/measure-window";
import { measureMatrix } from "./matrix/measure-matrix";
import { TROUBLES } from "./matrix/troubles";
import { claimMatrix, claimStorm } from "./report/list-claims";
import type { Part, PartName, Results } from "./results";
import { STORES } from "./site/open-place";
import { measureSoak } from "./soak/measure-soak";
import { measureStorm } from "./storm/measure-storm";

type Say = (line: string) => void;

const SEED = 20_261_121;
const FULL = { kills: 10_000, realKills: 200, renewals: 200, stormSeconds: 60, connections: 64 };

/** Sites of the matrix at the same time; what the machine may add to the contract's patience, in ms. */
const MATRIX = { atOnce: 3, slackMs: 400 };

/** A machine that others keep busy, as CI's: every fifth trouble, and more time for each. */
const QUICK = { every: 5, atOnce: 3, slackMs: 3_000, stormSeconds: 10, connections: 64 };

/**
 * Measures the parts that are named, one after the other: nothing else should run meanwhile.
 *
 * @param soakMinutes how long the soak lasts
 */
export async function runParts(
  names: readonly PartName[],
  soakMinutes: number,
  say: Say,
): Promise<Partial<Results>> {
  say("Building the site");
  const file = await buildSite();
  const { kills, realKills, renewals, stormSeconds, connections } = FULL;
  const parts = {
    matrix: () => measureMatrix({ file, ...MATRIX, say }),
    storm: () => measureStorm({ file, seconds: stormSeconds, connections, store: "file" }),
    crash: async () => ({
      staged: await measureKills({ kills, seed: SEED }),
      real: await measureRealKills({ kills: realKills, seed: SEED }),
      window: await measureWindow(renewals),
    }),
    soak: () => measureSoak({ file, minutes: soakMinutes, store: "file", say }),
  } satisfies { readonly [Name in PartName]: () => Promise<Results[Name]["measured"]> };
  const results: Partial<Results> = {};
  for (const name of names) {
    say(`Measuring: ${name}`);
    Object.assign(results, { [name]: await measure<unknown>(parts[name]) });
  }
  return results;
}

async function measure<T>(work: () => Promise<T>): Promise<Part<T>> {
  const started = Date.now();
  const measured = await work();
  return { machine: describeMachine(), tookSeconds: (Date.now() - started) / 1_000, measured };
}

/** The form for every change: a share of the troubles, each on one of the stores, and a short storm. */
export async function runQuick(file: string, say: Say): Promise<readonly Budget[]> {
  const { every, atOnce, slackMs, stormSeconds, connections } = QUICK;
  const share = TROUBLES.filter((_, index) => index % every === 0);
  const cells = await measureMatrix({
    file,
    atOnce,
    slackMs,
    say,
    picks: (trouble, store) => STORES[share.indexOf(trouble) % STORES.length] === store,
  });
  say(`${cells.length} cells of the matrix`);
  const storm = await measureStorm({
    file,
    seconds: stormSeconds,
    connections,
    store: "file",
    troubles: share,
  });
  return [...claimMatrix(cells), ...claimStorm(storm)];
}
