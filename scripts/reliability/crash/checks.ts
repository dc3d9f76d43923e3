import { isConnectionError } from "@/lib/connection/connection-error";
import type { Instance, Scene } from "./instance";
import type { FolderLook } from "./look-at-folder";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** What a dead process may hold up the next one at most, in ms: its turn to renew the token. */
const HELD_UP_MS = 11_000;

/**
 * Lets a new process carry on after a death, over two renewals, and answers what went wrong. Where
 * the token is lost, the owner has to be told so, and one sign-in has to mend it.
 */
export async function checkRecovery(
  heir: Instance,
  { stage, spotify }: Scene,
  isTokenLost: boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  if (isTokenLost) {
    stage.advance(HOUR_MS);
    wrong.push(...(await checkTold(heir)));
    const problem = await heir.connection.connect(spotify.signIn());
    if (problem !== undefined) wrong.push(`the sign-in was not kept: ${problem}`);
  }
  const begun = stage.now();
  try {
    await heir.read();
    if (stage.now() - begun > HELD_UP_MS) wrong.push("the next process was held up");
    stage.advance(HOUR_MS);
    await heir.read();
  } catch (error) {
    wrong.push(`the next process cannot read: ${String(error)}`);
  }
  const { state, isUnsaved } = heir.connection.status();
  if (state !== "connected") wrong.push(`the next process is ${state}`);
  if (isUnsaved) wrong.push("the next process could not store its token");
  return wrong;
}

async function checkTold(heir: Instance): Promise<string[]> {
  const failure: unknown = await heir.read().catch((error: unknown) => error);
  const isNamed = isConnectionError(failure) && failure.code === "reauthorize";
  const isShown = heir.connection.status().state === "reauthorize";
  const isHelped =
    isConnectionError(failure) && failure.message.includes("sign in again at /owner");
  return isNamed && isShown && isHelped ? [] : ["the owner is not told that the token is lost"];
}

/** Whether every call that was made in the last 24 hours is counted. */
export async function checkBudget(heir: Instance, { stage, spotify }: Scene): Promise<string[]> {
  await heir.meter.load();
  const { limit, remaining } = heir.meter.allowance(stage.now());
  const made = spotify.calls().filter((at) => stage.now() - at < DAY_MS).length;
  const counted = limit - remaining;
  return counted < made ? [`${made} calls were made, and ${counted} counted`] : [];
}

/** What a dead process left, and a living one should have swept by now. */
export function checkLeftovers({ drafts, mutexes, unreadable, strange }: FolderLook): string[] {
  return [...drafts, ...mutexes, ...unreadable, ...strange].map((name) => `${name} was left`);
}
