import { setTimeout as sleep } from "node:timers/promises";
import { readAnswer } from "@/scripts/reliability/site/read-answer";
import type { Answer } from "@/scripts/reliability/site/read-answer";
import type { Situation } from "./cell";
import { isExpected, nameAnswer } from "./expect-answer";
import type { Stage, Trouble } from "./troubles";

/** At once, and then one after the other. */
const BURST = 8;
const AFTERWARDS = 4;

/** The contract's patience and what the machine may add to it, in ms. */
const PATIENCE_MS = { cold: 4_000, known: 800 };

/** Calls that one reading may take: a 401 is answered by one new token and one more try; silence, by a look at what was played. */
const MOST_CALLS = { token: 2, api: 2 };

/** How far into the renewal of a token the trouble strikes, in ms, of how long it takes. */
const RENEWAL = { strikesMs: 60, takesMs: 150 };

/** What visitors were told while it lasted, and at what cost. */
export interface Blow {
  readonly told: readonly string[];
  readonly slowestMs: number;
  readonly calls: { readonly token: number; readonly api: number };
  readonly problems: readonly string[];
}

/**
 * Begins a trouble, and has visitors come while it lasts.
 *
 * @param slackMs what a busy machine may add to the patience of a visitor
 */
export async function strike(
  stage: Stage,
  trouble: Trouble,
  situation: Situation,
  slackMs: number,
): Promise<Blow> {
  const { emulator, site } = stage;
  emulator.control.resetCounters();
  const isRenewing = situation === "refreshing" || situation === "rotating";
  const comesLate = isRenewing && trouble.host !== "accounts";
  if (isRenewing) emulator.control.options({ latencyMs: { accounts: RENEWAL.takesMs } });
  if (!comesLate) await trouble.begin(stage);
  const burst = Promise.all(Array.from({ length: BURST }, () => readAnswer(site.url)));
  if (comesLate) {
    await sleep(RENEWAL.strikesMs);
    await trouble.begin(stage);
  }
  const answers = await burst;
  for (let turn = 0; turn < AFTERWARDS; turn++) answers.push(await readAnswer(site.url));
  const others = await askOthers(site.url);
  emulator.control.options({ latencyMs: { accounts: 0 } });

  const { token, currentlyPlaying, recentlyPlayed } = emulator.control.state().counters;
  const calls = { token, api: currentlyPlaying + recentlyPlayed };
  const slowestMs = Math.round(Math.max(...answers.map(({ tookMs }) => tookMs)));
  const limitMs = PATIENCE_MS[situation === "cold" ? "cold" : "known"] + slackMs;
  const problems = [
    ...answers.flatMap((answer) => judge(answer, situation, trouble)),
    ...others,
    ...(slowestMs > limitMs ? [`An answer took ${slowestMs} ms, of ${limitMs} ms.`] : []),
    ...(calls.token > MOST_CALLS.token || calls.api > MOST_CALLS.api
      ? [`${calls.token} calls for a token and ${calls.api} for a reading.`]
      : []),
  ];
  const told = [...new Set(answers.flatMap(({ body }) => (body ? [nameAnswer(body)] : [])))];
  return { told, slowestMs, calls, problems: [...new Set(problems)] };
}

function judge({ status, body, text }: Answer, situation: Situation, trouble: Trouble): string[] {
  if (status !== 200) return [`An answer had status ${status}: ${text.slice(0, 200)}`];
  if (body === undefined) return [`An answer breaks the schema: ${text.slice(0, 200)}`];
  return isExpected(body, situation, trouble) ? [] : [`Visitors were told “${nameAnswer(body)}”.`];
}

/** The other faces draw the same snapshot: one picture and one document stand for them. */
async function askOthers(site: string): Promise<string[]> {
  const problems: string[] = [];
  for (const path of ["/now-playing.svg", "/embed", "/api/now-playing/badge"]) {
    const response = await fetch(`${site}${path}`);
    const text = await response.text();
    if (response.status !== 200 || text === "")
      problems.push(`${path} answered ${response.status}.`);
  }
  return problems;
}
