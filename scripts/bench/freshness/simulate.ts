import { SECOND } from "@/lib/now-playing/testing/made";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { createAgenda } from "./agenda";
import type { Stretch } from "./listening";
import { createModelServer } from "./model-server";
import { createPlayer } from "./player";
import { createWitness, isTrueOf } from "./sight";
import type { Sight, Witness } from "./sight";
import type { Strategy } from "./strategies";
import { openTab } from "./tab";
import type { Tab } from "./tab";
import type { Visitor } from "./visitors";

/** A first view may be of what was true this long (ms) before or after its answer. */
const NEARLY_MS = 2 * SECOND;

/** Of many visitors only so many are asked what they saw: they all see the same. */
const MOST_WITNESSES = 20;

interface Simulation {
  readonly strategy: Strategy;
  readonly stretches: readonly Stretch[];
  readonly visitors: readonly Visitor[];
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Epoch ms before which requests and first views are not counted. */
  readonly countFrom: number;
}

/** All that came of it, from the first moment on; the counts from `countFrom` on. */
export interface Outcome {
  /** Epoch ms of every call to the source. */
  readonly calls: readonly number[];
  readonly sights: readonly Sight[];
  /** Requests of all visitors, by whether music played at the time. */
  readonly requests: { readonly playing: number; readonly resting: number };
  readonly firstViews: { readonly all: number; readonly true: number };
}

/** Lets visitors look at the model of the server, while somebody listens. Answers take no time. */
export function simulate(simulation: Simulation): Outcome {
  const { strategy, stretches, visitors, random, countFrom } = simulation;
  const player = createPlayer(stretches, random);
  const server = createModelServer({ ...strategy, hear: player.hear });
  const agenda = createAgenda();
  visitors.forEach(({ from }, index) => agenda.add(from, index));
  const tabs: Tab[] = [];
  const witnesses: Witness[] = visitors
    .slice(0, MOST_WITNESSES)
    .map(() => createWitness(stretches));
  const requests = { playing: 0, resting: 0 };
  const firstViews = { all: 0, true: 0 };

  function judge(shown: NowPlaying, now: number): void {
    firstViews.all++;
    const first = player.indexAt(now - NEARLY_MS);
    const near = stretches.slice(first, player.indexAt(now + NEARLY_MS) + 1);
    if (near.some((stretch) => isTrueOf(shown, stretch))) firstViews.true++;
  }

  for (let turn = agenda.next(); turn !== undefined; turn = agenda.next()) {
    const { at, whose } = turn;
    if (at >= (visitors[whose]?.to ?? 0)) continue;
    const publication = server.read(at);
    const index = player.indexAt(at);
    witnesses[whose]?.look(publication.nowPlaying, index, at);
    const isFirst = tabs[whose] === undefined;
    const tab = (tabs[whose] ??= openTab(strategy.schedule, random));
    agenda.add(tab.receive(publication, at), whose);
    if (at < countFrom) continue;
    requests[stretches[index]?.isPlaying ? "playing" : "resting"]++;
    if (isFirst) judge(publication.nowPlaying, at);
  }
  return {
    calls: server.calls,
    sights: witnesses.flatMap(({ sights }) => sights),
    requests,
    firstViews,
  };
}
