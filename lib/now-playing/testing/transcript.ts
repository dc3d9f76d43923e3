import { answerNowPlaying } from "@/lib/now-playing/answer";
import type { Reading } from "@/lib/now-playing/model";
import type { PublishingPolicy } from "@/lib/now-playing/policy";
import { createMemoryStore } from "@/lib/store/memory-store";
import { expectContract } from "./contract";
import { makeEngine } from "./engine";
import { NOW } from "./made";

/** What a source says from some moment on, but for the moment itself. */
export interface Step {
  /** How long it says so, in ms. */
  readonly lasts: number;
  readonly says: Omit<Reading, "receivedAt">;
}

interface Transcript {
  /** Every answer in full, with the moment (ms since the start) at which it was given. */
  readonly answers: readonly (readonly [at: number, head: string, body: string])[];
  /** What the store held of the music after each of them. */
  readonly stored: readonly (string | undefined)[];
  /** Moments at which the source was asked. */
  readonly asked: readonly number[];
}

const REQUEST = new Request("https://site.example/api/now-playing");

/** Has somebody look every `everyMs`, while a source says one thing after the other. */
export async function transcribe(
  steps: readonly Step[],
  policy: PublishingPolicy,
  everyMs: number,
  from = NOW,
): Promise<Transcript> {
  let time = from;
  let says: Step["says"] = { playback: { type: "nothing" } };
  const now = (): number => time;
  const store = createMemoryStore({ now });
  const asked: number[] = [];
  const { engine } = makeEngine(
    ({ needsLastHeard }) => {
      asked.push(time - from);
      const { playback, heard } = says;
      return { receivedAt: time, playback, ...(needsLastHeard && { heard }) };
    },
    { now, store, policy, dailyBudget: 1e9, findTint: async () => "#102030" },
  );

  const answers: Transcript["answers"][number][] = [];
  const stored: (string | undefined)[] = [];
  for (const step of steps) {
    ({ says } = step);
    for (const end = time + step.lasts; time < end; time += everyMs) {
      const publication = await engine.read();
      expectContract(publication.nowPlaying);
      const answer = answerNowPlaying(REQUEST, publication, time, 1);
      const head = [...answer.headers].map((header) => header.join(": ")).join("\n");
      answers.push([time - from, head, await answer.text()]);
      stored.push((await store.get("now-playing/truth"))?.value);
    }
  }
  return { answers, stored, asked };
}
