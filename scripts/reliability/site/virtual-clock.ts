/** How virtual time follows from the machine's: epoch ms of both at one moment, and how much faster it runs. */
export interface ClockFace {
  readonly realAt: number;
  readonly virtualAt: number;
  readonly speed: number;
}

/** What a clock with this face shows when the machine's shows `real`, both in epoch ms. */
export function readFace({ realAt, virtualAt, speed }: ClockFace, real: number): number {
  return Math.round(virtualAt + (real - realAt) * speed);
}

/** A clock that can be moved, and that several processes of one machine can share by its face. */
export interface VirtualClock {
  /** Epoch ms. */
  readonly now: () => number;
  readonly face: () => ClockFace;
  /** Moves it by so many ms; back, when negative. */
  advance(ms: number): void;
}

/** @param speed virtual seconds per second */
export function createVirtualClock(speed = 1): VirtualClock {
  const start = Date.now();
  let face: ClockFace = { realAt: start, virtualAt: start, speed };
  return {
    now: () => readFace(face, Date.now()),
    face: () => face,
    advance(ms) {
      const real = Date.now();
      face = { realAt: real, virtualAt: readFace(face, real) + ms, speed };
    },
  };
}
