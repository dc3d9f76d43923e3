import autocannon from "autocannon";

/** What a server did with the requests of some seconds. */
export interface Load {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Half of all answers, 99 of 100, and all, came within these, in ms. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** With its head, uncompressed. */
  readonly bytesPerAnswer: number;
  /** No answer within the limit, or a broken connection. */
  readonly unanswered: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

interface Order {
  readonly url: string;
  readonly seconds: number;
  /** Requests at the same time; as fast as answers come, unless `perSecond` says otherwise. */
  readonly connections?: number;
  readonly perSecond?: number;
  /** Ends with this many, if that is sooner. */
  readonly most?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** After how long an answer counts as none, in s. */
  readonly patience?: number;
}

/** Asks one address again and again. */
export async function load(order: Order): Promise<Load> {
  const { url, seconds, connections = 10, perSecond, most, headers = {}, patience = 10 } = order;
  const result = await autocannon({
    url,
    connections,
    headers: { ...headers },
    timeout: patience,
    ...(most === undefined ? { duration: seconds } : { amount: most }),
    ...(perSecond !== undefined && { overallRate: perSecond }),
  });
  const requests = result["2xx"] + result.non2xx;
  const statuses = Object.entries(result.statusCodeStats ?? {});
  return {
    requests,
    requestsPerSecond: requests / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    worstMs: result.latency.max,
    bytesPerAnswer: requests === 0 ? 0 : result.throughput.total / requests,
    unanswered: result.errors,
    statuses: Object.fromEntries(statuses.map(([status, { count }]) => [status, count ?? 0])),
  };
}
