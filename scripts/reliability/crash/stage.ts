import { setImmediate as settle } from "node:timers/promises";

/** Where in a step a process died: before it, with a write half done, or before it heard of the outcome. */
export type Phase = "before" | "half" | "after";

/** One thing a process does that others can see: a file operation, a Redis command, a request. */
export interface Step<T> {
  readonly kind: string;
  readonly perform: () => T;
  /** Does a part of it; absent where it happens whole or not at all. */
  readonly performHalf?: () => void;
}

export interface Death {
  readonly kind: string;
  readonly phase: Phase;
}

/** A process on the stage. Once it is dead no step of it happens, and no promise of it settles. */
export interface StagedProcess {
  readonly pid: number;
  isAlive(): boolean;
  death(): Death | undefined;
  /** Steps it has done. */
  steps(): number;
  /** Lets it die at its step of this number, counted from 1. */
  dieAt(step: number): void;
  step<T>(step: Step<T>): Promise<T>;
  sleep(ms: number): Promise<void>;
  /** Called when it dies or leaves: the system closes what it held open. */
  onEnd(act: () => void): void;
  /** Ends it in peace. */
  leave(): void;
}

interface Waiting {
  readonly process: StagedProcess;
  readonly go: () => void;
}

interface Sleeper extends Waiting {
  readonly wakeAt: number;
}

/** Processes whose steps happen one at a time, in an order that chance decides. */
export interface Stage {
  /** Epoch ms. */
  now(): number;
  advance(ms: number): void;
  start(): StagedProcess;
  /** Whether the process of this number has ended. */
  hasEnded(pid: number): boolean;
  /** Plays on until every process with work in `works` has done it or is dead. */
  play(works: readonly Work[]): Promise<void>;
}

interface Work {
  readonly process: StagedProcess;
  readonly done: Promise<unknown>;
}

/**
 * A stage on which nothing happens by itself: a step happens when chance picks it among those that
 * wait, and the clock moves only when all that live are asleep. So every order of steps is possible,
 * and a seed repeats it.
 *
 * @param random from 0 to 1
 * @param start epoch ms
 */
export function createStage(random: () => number, start: number): Stage {
  let time = start;
  let pids = 0;
  let waiting: Waiting[] = [];
  let sleepers: Sleeper[] = [];
  const living = new Set<number>();

  function remove(process: StagedProcess): void {
    living.delete(process.pid);
    waiting = waiting.filter((other) => other.process !== process);
    sleepers = sleepers.filter((other) => other.process !== process);
  }

  function startProcess(): StagedProcess {
    pids += 1;
    const pid = pids;
    living.add(pid);
    const endings: (() => void)[] = [];
    let done = 0;
    let lastStep = Infinity;
    let death: Death | undefined;

    function end(): void {
      remove(process);
      for (const act of endings) act();
    }

    function dieIn<T>({ kind, perform, performHalf }: Step<T>): void {
      const phases: Phase[] = performHalf ? ["before", "half", "after"] : ["before", "after"];
      const phase = phases[Math.floor(random() * phases.length)] ?? "before";
      death = { kind, phase };
      if (phase === "half") performHalf?.();
      try {
        if (phase === "after") perform();
      } catch {
        // Nobody is left who could hear of it.
      }
      end();
    }

    const process: StagedProcess = {
      pid,
      isAlive: () => living.has(pid),
      death: () => death,
      steps: () => done,
      dieAt(step) {
        lastStep = step;
      },
      step: (step) =>
        new Promise((resolve, reject) => {
          const go = (): void => {
            done += 1;
            if (done >= lastStep) return dieIn(step);
            try {
              resolve(step.perform());
            } catch (error) {
              reject(error);
            }
          };
          if (living.has(pid)) waiting.push({ process, go });
        }),
      sleep: (ms) =>
        new Promise((resolve) => {
          if (living.has(pid)) sleepers.push({ process, go: resolve, wakeAt: time + ms });
        }),
      onEnd: (act) => void endings.push(act),
      leave: end,
    };
    return process;
  }

  function playStep(): boolean {
    const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
    if (next) next.go();
    return next !== undefined;
  }

  function wakeFirst(): boolean {
    const first = sleepers.toSorted((a, b) => a.wakeAt - b.wakeAt)[0];
    if (first === undefined) return false;
    sleepers = sleepers.filter((other) => other !== first);
    time = Math.max(time, first.wakeAt);
    first.go();
    return true;
  }

  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
    start: startProcess,
    hasEnded: (pid) => !living.has(pid),
    async play(works) {
      const undone = new Set(works);
      for (const work of works) {
        const finish = () => void undone.delete(work);
        work.done.then(finish, finish);
      }
      // A turn of the event loop lets every process go on to its next step.
      for (;;) {
        await settle();
        for (const work of undone) if (!work.process.isAlive()) undone.delete(work);
        if (undone.size === 0) return;
        if (!playStep() && !wakeFirst()) {
          await settle();
          if (waiting.length === 0 && sleepers.length === 0 && undone.size > 0)
            throw new Error("Processes wait for something that is not on the stage.");
        }
      }
    },
  };
}
