import { readAnswer } from "@/scripts/reliability/site/read-answer";
import { signIn } from "@/scripts/reliability/site/sign-in";
import type { Recovery } from "./cell";
import type { Life } from "./start-life";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Visitors come back after these, in virtual ms, where the answer names no moment. */
const VISITS = [
  0,
  SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  HOUR,
  5 * HOUR,
  8 * HOUR,
  16 * HOUR,
];

export interface Recovered {
  readonly recovery: Recovery;
  readonly recoveredAfterMs: number;
}

/** Lets virtual time pass until what plays is read again; at last the owner signs in. */
export async function recover(life: Life): Promise<Recovered> {
  const ended = life.clock.now();
  life.emulator.control.resetCounters();
  for (const visit of VISITS) {
    const { retryAt } = await visitAfter(life, visit);
    if (await isRead(life)) return { recovery: "by itself", recoveredAfterMs: passed() };
    if (retryAt !== undefined && retryAt > life.clock.now()) {
      await visitAfter(life, retryAt - life.clock.now() + SECOND);
      if (await isRead(life)) return { recovery: "by itself", recoveredAfterMs: passed() };
    }
  }
  if (!(await life.isToldToSignIn())) return { recovery: "none", recoveredAfterMs: passed() };
  await signIn(life.site.url);
  await visitAfter(life, SECOND);
  const recovery = (await isRead(life)) ? "sign-in" : "none";
  return { recovery, recoveredAfterMs: passed() };

  function passed(): number {
    return life.clock.now() - ended;
  }
}

async function visitAfter(life: Life, ms: number): Promise<{ retryAt: number | undefined }> {
  await life.advance(ms);
  const { body } = await readAnswer(life.site.url);
  return { retryAt: body?.state === "unavailable" ? body.retryAt : undefined };
}

/** Whether what is told was read from Spotify since the emulator's counters began. */
export async function isRead(life: Life): Promise<boolean> {
  if (life.emulator.control.state().counters.currentlyPlaying === 0) return false;
  const { body } = await readAnswer(life.site.url);
  return body?.state === "playing" && body.title === life.title && body.stale === undefined;
}
