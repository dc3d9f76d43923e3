/** What tabs that are left open got, over real HTTP, for some seconds. */
export interface PollResults {
  readonly pollers: number;
  readonly seconds: number;
  readonly requests: number;
  readonly unanswered: number;
  /** Answers 304. */
  readonly unchanged: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** The most requests that were made within one second. */
  readonly busiestSecond: number;
}

/** Tabs, and what they cost. */
export interface ScaleRun extends PollResults {
  /** Calls to Spotify, tokens included. */
  readonly calls: number;
  /** Requests that reached an instance. */
  readonly reached: number;
  /** Processor time of all instances, in ms. */
  readonly cpuMs: number;
  /** Memory of the largest instance. */
  readonly rssBytes: number;
}

export interface ScaleResults {
  /** The length of the songs that were played, in s. */
  readonly songSeconds: number;
  readonly one: readonly ScaleRun[];
  readonly fourOnRedis: readonly ScaleRun[];
  readonly behindCache: readonly ScaleRun[];
}
