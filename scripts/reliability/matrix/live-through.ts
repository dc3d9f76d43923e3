import { readAnswer } from "@/scripts/reliability/site/read-answer";
import { signIn } from "@/scripts/reliability/site/sign-in";
import type { StoreKind } from "@/scripts/reliability/site/open-place";
import { SITUATIONS } from "./cell";
import type { Cell, Situation } from "./cell";
import { isRead, recover } from "./recover";
import { startLife } from "./start-life";
import type { Life } from "./start-life";
import { strike } from "./strike";
import type { Trouble } from "./troubles";

const MINUTE = 60_000;

/** No plan waits longer for the next reading of a song without an end in sight, in ms. */
const DUE_MS = 16 * MINUTE;
/** An access token's hour, in ms. */
const TOKEN_MS = 60 * MINUTE;

interface Order {
  /** The standalone build's server.js. */
  readonly file: string;
  readonly store: StoreKind;
  readonly trouble: Trouble;
  /** What a busy machine may add to the patience of a visitor, in ms. */
  readonly slackMs: number;
}

/** One process of the site meets one trouble in every situation, and recovers from each. */
export async function liveThrough({ file, store, trouble, slackMs }: Order): Promise<Cell[]> {
  const life = await startLife(file, store);
  const cells: Cell[] = [];
  try {
    for (const situation of SITUATIONS) {
      const unready = situation === "cold" ? [] : await prepare(life, situation, trouble);
      const blow = await strike(life, trouble, situation, slackMs);
      await trouble.end(life);
      const recovered = await recover(life);
      const lasting = situation === "rotating" ? await dieAndLive(life, trouble) : [];
      const { told, slowestMs, calls } = blow;
      const problems = [
        ...unready,
        ...blow.problems,
        ...(recovered.recovery === "none" ? ["It did not recover."] : []),
        ...lasting,
        ...findLeaks(life),
      ];
      const cell = { host: trouble.host, trouble: trouble.id, situation, store };
      cells.push({ ...cell, told, slowestMs, calls, ...recovered, problems });
    }
    return cells;
  } finally {
    await life.end();
  }
}

/** Has a song playing, just read; then lets time pass until the next reading is due. */
async function prepare(life: Life, situation: Situation, trouble: Trouble): Promise<string[]> {
  const { emulator, site } = life;
  emulator.control.options({ rotation: situation === "rotating" ? "strict" : "off" });
  emulator.control.jump({ index: 0 });
  await life.advance(TOKEN_MS + MINUTE);
  const { body } = await readAnswer(site.url);
  await life.advance(situation === "known" ? DUE_MS : TOKEN_MS + MINUTE);
  // Nobody asks for a token before it has to be: here Spotify has ended it sooner.
  if (situation === "known" && trouble.host === "accounts") emulator.control.expireAccessTokens();
  return body?.state === "playing" ? [] : ["It was not playing beforehand."];
}

/**
 * After a rotation: what Spotify said last must outlive the process, or somebody must have been told
 * that it is kept nowhere. A new token that never came (the trouble was its answer) is lost to all.
 */
async function dieAndLive(life: Life, trouble: Trouble): Promise<string[]> {
  const isToldUnsaved = await life.isToldUnsaved();
  await life.site.kill();
  await life.site.start();
  if (await isReadAfter(life, TOKEN_MS + MINUTE)) return [];
  const isNeverSaid = trouble.host === "accounts" && trouble.id === "no-refresh-token";
  if (life.store !== "memory" && !isNeverSaid)
    return ["The newest refresh token did not outlive the process."];
  if (!isToldUnsaved && !isNeverSaid)
    return ["Nobody was told that the newest refresh token is kept nowhere."];
  if (!(await life.isToldToSignIn())) return ["Nobody was told to sign in."];
  await signIn(life.site.url);
  return (await isReadAfter(life, MINUTE)) ? [] : ["A sign-in did not bring it back."];
}

async function isReadAfter(life: Life, ms: number): Promise<boolean> {
  life.emulator.control.resetCounters();
  for (const visit of [ms, MINUTE, MINUTE]) {
    await life.advance(visit);
    await readAnswer(life.site.url);
    if (await isRead(life)) return true;
  }
  return false;
}

/** What stands in the log by now, and may not. */
function findLeaks(life: Life): string[] {
  const printed = life.site.printed();
  const leaks = life.secrets().filter((secret) => printed.includes(secret));
  return [
    ...(leaks.length > 0 ? [`${leaks.length} secrets stand in the log.`] : []),
    ...(/unhandled/i.test(printed) ? ["A rejection was not handled."] : []),
  ];
}
