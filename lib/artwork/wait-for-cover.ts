/** Takes work that goes on after the answer, such as Next's `after`: serverless freezes otherwise. */
type Defer = (work: () => Promise<void>) => void;

/** How long whoever asks for a cover waits for it. */
export interface Wait {
  readonly defer?: Defer | undefined;
  /** Epoch ms by which there must be an answer, with the cover or without. */
  readonly deadline?: number | undefined;
}

/** Of whoever finds the cover. */
interface Patience {
  readonly patienceMs: number;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * What a search for a cover comes to. What is known already comes even after the deadline; what takes longer
 * goes on after the answer.
 *
 * @param finding never rejects
 * @returns undefined where there is nothing yet
 */
export async function waitForCover<T>(
  finding: Promise<T>,
  { defer, deadline = Infinity }: Wait,
  { patienceMs, now }: Patience,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(
      () => {
        leaveForLater(finding, defer);
        resolve(undefined);
      },
      Math.max(0, Math.min(patienceMs, deadline - now())),
    );
  });
  return Promise.race([finding, end]).finally(() => clearTimeout(timer));
}

function leaveForLater(finding: Promise<unknown>, defer?: Defer): void {
  try {
    defer?.(async () => void (await finding));
  } catch {
    // Where nothing can be left for later, it goes on for as long as the process does.
  }
}
