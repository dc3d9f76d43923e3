import { setMaxListeners } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { nextPollDelay, retryPollDelay } from "@/lib/now-playing/poll-schedule";
import { isNowPlaying } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import type { PollResults } from "./results";

/** Tabs come one after the other, within this many ms. */
const ARRIVE_WITHIN_MS = 10_000;

/** Connections that all tabs share: a machine has only so many to itself. */
const MOST_CONNECTIONS = 256;

interface PollOrder {
  /** Of one instance, or of several that the tabs are dealt out to. */
  readonly urls: readonly string[];
  readonly pollers: number;
  readonly seconds: number;
}

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: string;
}

/** Has tabs poll as the footer and the widget do, each by its own clock, and conditionally as browsers do. */
export async function pollOverHttp({ urls, pollers, seconds }: PollOrder): Promise<PollResults> {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
  const ended = new AbortController();
  setMaxListeners(0, ended.signal);
  const startedAt = Date.now();
  const times: number[] = [];
  const perSecond = new Map<number, number>();
  let unanswered = 0;
  let unchanged = 0;

  async function ask(url: string, etag: string | undefined): Promise<Answer | undefined> {
    const second = Math.floor((Date.now() - startedAt) / 1_000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    const asked = performance.now();
    try {
      const answer = await get(url, agent, etag);
      times.push(performance.now() - asked);
      if (answer.status === 304) unchanged += 1;
      return answer;
    } catch {
      unanswered += 1;
      return undefined;
    }
  }

  async function poll(index: number): Promise<void> {
    const url = urls[index % urls.length] ?? "";
    let published: NowPlaying | undefined;
    let etag: string | undefined;
    let since = Date.now();
    let failures = 0;
    await pause((ARRIVE_WITHIN_MS * index) / pollers, ended.signal);
    while (!ended.signal.aborted) {
      const answer = await ask(url, etag);
      failures = answer ? 0 : failures + 1;
      if (answer?.status === 200) {
        ({ etag } = answer);
        const body: unknown = JSON.parse(answer.body);
        if (isNowPlaying(body)) published = body;
        since = Date.now();
      }
      const delay = answer
        ? nextPollDelay(published, since, Date.now(), Math.random())
        : retryPollDelay(failures, Math.random());
      await pause(delay, ended.signal);
    }
  }

  const all = Promise.all(Array.from({ length: pollers }, (_, index) => poll(index)));
  await wait(seconds * 1_000);
  ended.abort();
  await all;
  agent.destroy();
  times.sort((a, b) => a - b);
  const share = (part: number) =>
    times[Math.min(Math.floor(times.length * part), times.length - 1)] ?? 0;
  return {
    pollers,
    seconds,
    requests: times.length + unanswered,
    unanswered,
    unchanged,
    p50Ms: share(0.5),
    p99Ms: share(0.99),
    worstMs: share(1),
    busiestSecond: Math.max(0, ...perSecond.values()),
  };
}

/** Waits, at most until everything ends. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}

function get(url: string, agent: Agent, etag: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = etag === undefined ? {} : { "If-None-Match": etag };
    const sent = request(url, { agent, headers, timeout: 30_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          etag: response.headers.etag,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on("timeout", () => sent.destroy(new Error("No answer within 30 s.")));
    sent.on("error", reject);
    sent.end();
  });
}
