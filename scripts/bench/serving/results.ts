import type { Load } from "@/scripts/bench/load";

/** Answers of our route for each of the empty one's, in pairs that were measured one after the other. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Calls to Spotify for 1,000 requests. */
export interface CallsPerThousand {
  readonly token: number;
  readonly player: number;
}

/** One way to answer, while Spotify is well. */
export interface WarmResults {
  readonly load: Load;
  readonly calls: CallsPerThousand;
  /** Processor time of the process for 1,000 answers, in ms. */
  readonly cpuMsPerThousand: number;
  /** Of the process after the load. */
  readonly rssBytes: number;
}

/** A process that has just started, and 1,000 requests at the same moment. */
export interface ColdResults {
  /** The first request alone, in ms. */
  readonly firstMs: number;
  readonly rush: Load;
  /** Calls to Spotify that the rush cost, all in all. */
  readonly rushCalls: number;
}

export interface ServingResults {
  /** Requests at the same time, and how long each load lasted. */
  readonly connections: number;
  readonly seconds: number;
  /** Throughput against the empty route's. */
  readonly ratio: Ratio;
  /** The same with `If-None-Match`. */
  readonly ratioUnchanged: Ratio;
  readonly empty: WarmResults;
  readonly ours: WarmResults;
  /** Answers 304. */
  readonly oursUnchanged: WarmResults;
  readonly common: WarmResults;
  /** The common pattern with its CDN header, and ours, each behind the small cache. */
  readonly commonBehindCache: WarmResults;
  readonly oursBehindCache: WarmResults;
  readonly cold: { readonly ours: ColdResults; readonly common: ColdResults };
  /** Spotify takes the connection and says nothing. */
  readonly hanging: { readonly ours: Load; readonly common: Load };
  /** Spotify answers 503. */
  readonly failing: { readonly ours: Load; readonly common: Load };
}
