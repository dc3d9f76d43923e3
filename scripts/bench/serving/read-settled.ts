import { setTimeout as wait } from "node:timers/promises";

/** Longer than it takes to look at a cover, in ms. */
const SETTLES_WITHIN_MS = 3_000;

/**
 * Reads an address until what follows a first answer has been done, such as finding a cover's colour.
 *
 * @returns the validator that the answer then has
 */
export async function readSettled(url: string): Promise<string | null> {
  await (await fetch(url)).text();
  await wait(SETTLES_WITHIN_MS);
  const answer = await fetch(url);
  await answer.text();
  return answer.headers.get("etag");
}
