import type { PublishingPolicy } from "./policy";
import { readStretch } from "./quiet-hours";
import type { Stretch } from "./quiet-hours";

/** Stretches are remembered while they are asked for: finding one looks at thousands of minutes. */
const MOST_STRETCHES = 16;

/** Quiet that the delay makes of several hours is followed this often, before it counts as endless. */
const MOST_STEPS = 8;

/** The times of which nothing is ever told, as quiet hours and delay make them. */
export interface Veil {
  isOver(at: number): boolean;
  /** The veiled or open stretch that a moment (epoch ms) lies in. */
  stretchAt(at: number): Stretch;
}

/**
 * A moment is veiled when it is quiet, or when it would be told, after the delay, at a quiet one:
 * nothing of it could be told then, and nothing is afterwards either.
 *
 * @param delayMs the publishing delay
 */
export function createVeil(policy: PublishingPolicy, delayMs: number): Veil {
  let known: Stretch[] = [];

  function quietAt(at: number): Stretch {
    const held = known.find(({ from, until }) => from <= at && at < until);
    if (held) return held;
    const found = readStretch(policy, at);
    known = [found, ...known].slice(0, MOST_STRETCHES);
    return found;
  }

  const isOver = (at: number): boolean => quietAt(at).isQuiet || quietAt(at + delayMs).isQuiet;
  const lastChange = (at: number): number =>
    Math.max(quietAt(at).from, quietAt(at + delayMs).from - delayMs);
  const nextChange = (at: number): number =>
    Math.min(quietAt(at).until, quietAt(at + delayMs).until - delayMs);

  return {
    isOver,
    stretchAt(at) {
      const isQuiet = isOver(at);
      let from = lastChange(at);
      let until = nextChange(at);
      let steps = 0;
      for (; from > -Infinity && isOver(from - 1) === isQuiet; steps++) {
        from = steps < MOST_STEPS ? lastChange(from - 1) : -Infinity;
      }
      for (steps = 0; until < Infinity && isOver(until) === isQuiet; steps++) {
        until = steps < MOST_STEPS ? nextChange(until) : Infinity;
      }
      return { isQuiet, from, until };
    },
  };
}
