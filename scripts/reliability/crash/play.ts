import { loadDecision, isDisconnection } from "@/lib/connection/grant-record";
import { createSeal } from "@/lib/connection/seal";
import { Secret } from "@/lib/secret";
import { isSpotifyError } from "@/lib/spotify/errors";
import { createGround } from "./ground";
import type { Ground, GroundKind } from "./ground";
import { startInstance } from "./instance";
import type { Instance, Scene } from "./instance";
import { checkBudget, checkLeftovers, checkRecovery } from "./checks";
import { createStage } from "./stage";
import type { Death, Stage, StagedProcess } from "./stage";
import { createStagedSpotify } from "./staged-spotify";
import type { Rotation } from "./staged-spotify";

const START = Date.UTC(2026, 10, 20);
const HOUR_MS = 60 * 60_000;

/** Every fifth death is that of a process in which the owner signs in; the others renew a token. */
const SIGN_IN_SHARE = 0.2;

/** Half of the time the next process starts at once, else after the dead one's turn has ended, in ms. */
const RESTART_MS = 11_000;

/** What a play is about. */
export interface Plot {
  readonly store: GroundKind;
  readonly rotation: Rotation;
  /** Processes that work at the same time, of which one dies. */
  readonly processes: 1 | 2;
}

/** What came of one death. */
export interface Outcome {
  readonly death: Death;
  /** The number of the step at which it died. */
  readonly step: number;
  /** The only good token was one that had reached nobody who lives. */
  readonly isTokenLost: boolean;
  readonly drafts: number;
  readonly mutexes: number;
  /** What should not have been. */
  readonly violations: readonly string[];
}

interface Died {
  readonly pid: number;
  readonly death: Death;
  readonly step: number;
  readonly otherFailed: unknown;
}

/** One author's site over some hours, whose processes die one after the other. */
export interface Play {
  /** Lets a process work, and die on the way, and another one carry on. */
  kill(): Promise<Outcome>;
  /** Ends it, and answers what is left that should have been swept. */
  end(): Promise<readonly string[]>;
}

/** @param random from 0 to 1; what follows from it is the same each time */
export function createPlay(
  plot: Plot,
  random: () => number,
  makeGround: (kind: GroundKind, stage: Stage) => Ground = createGround,
): Play {
  const stage = createStage(random, START);
  const ground = makeGround(plot.store, stage);
  const spotify = createStagedSpotify(plot.rotation, stage.now);
  const seal = createSeal(new Secret("a secret of more than thirty-two characters"));
  const scene: Scene = { stage, ground, spotify, seal };
  let other: Instance | undefined;
  let longest = 100;

  async function run<T>(process: StagedProcess, work: () => Promise<T>): Promise<T> {
    const done = work();
    await stage.play([{ process, done }]);
    return done;
  }

  async function readStoredToken(): Promise<string> {
    const reader = startInstance(scene);
    const { decision } = await run(reader.process, () => loadDecision(reader.store, seal));
    reader.process.leave();
    const kept = isDisconnection(decision) ? undefined : decision?.refreshToken.reveal();
    return kept ?? spotify.firstToken;
  }

  /** A process works until it dies; undefined where it was done before. */
  async function letDie(): Promise<Died | undefined> {
    stage.advance(HOUR_MS);
    const victim = startInstance(scene);
    victim.process.dieAt(1 + Math.floor(random() * longest));
    const isSignIn = random() < SIGN_IN_SHARE;
    const done = isSignIn ? victim.connection.connect(spotify.signIn()) : victim.read();
    if (plot.processes === 2 && (other === undefined || random() < 0.5)) {
      other?.process.leave();
      other = startInstance(scene);
    }
    const others = other && { process: other.process, done: readPatiently(other) };
    await stage.play([{ process: victim.process, done }, ...(others ? [others] : [])]);
    const otherFailed = await others?.done;
    const death = victim.process.death();
    if (death) return { pid: victim.process.pid, death, step: victim.process.steps(), otherFailed };
    longest = victim.process.steps();
    await done;
    victim.process.leave();
    return undefined;
  }

  return {
    async kill() {
      let died = await letDie();
      while (died === undefined) died = await letDie();
      const { pid, death, step, otherFailed } = died;
      const { drafts, mutexes, unreadable, strange } = await ground.look();
      const violations = [...unreadable, ...strange].map((name) => `${name} cannot be read`);
      const isTokenLost = !spotify.isGood(await readStoredToken());
      // Only where the old token ends with the answer, and the answer with its process.
      const isInWindow = plot.rotation === "strict" && spotify.lastAnswered() === pid;
      if (isTokenLost && !isInWindow) violations.push("the token is lost");
      if (otherFailed !== undefined && !isTokenLost)
        violations.push(`the process beside it failed: ${String(otherFailed)}`);
      if (random() < 0.5) stage.advance(RESTART_MS);
      const heir = startInstance(scene);
      violations.push(
        ...(await run(heir.process, () => checkRecovery(heir, scene, isTokenLost))),
        ...(await run(heir.process, () => checkBudget(heir, scene))),
      );
      if (other) {
        const beside = other;
        const failure = await run(beside.process, () => readPatiently(beside));
        if (failure !== undefined) violations.push(`the process beside it: ${String(failure)}`);
      }
      heir.process.leave();
      return {
        death,
        step,
        isTokenLost,
        drafts: drafts.length,
        mutexes: mutexes.length,
        violations,
      };
    },
    async end() {
      other?.process.leave();
      stage.advance(HOUR_MS);
      const last = startInstance(scene);
      await run(last.process, () => last.read());
      const left = checkLeftovers(await ground.look());
      ground.remove();
      return left;
    },
  };
}

/** Why it could not read, also when asked again: a turn that a dead process holds ends by itself. */
async function readPatiently(instance: Instance): Promise<unknown> {
  try {
    await instance.read().catch((error: unknown) => {
      if (isSpotifyError(error) && error.code === "timeout") return instance.read();
      throw error;
    });
    return undefined;
  } catch (error) {
    return error;
  }
}
