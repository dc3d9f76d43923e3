/** How the process fared at one moment. */
export interface Sample {
  readonly minute: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly openFiles: number;
}

export interface Soak {
  readonly minutes: number;
  readonly virtualDays: number;
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly samples: readonly Sample[];
  readonly unhandled: readonly string[];
  readonly troubles: number;
  readonly refreshes: number;
  /** How often the owner signed in again, told to: a spoilt answer takes a rotated token with it. */
  readonly signIns: number;
  /** Calls of the Web API that the emulator saw, and the most in any 24 hours of them. */
  readonly calls: number;
  readonly worstDay: number;
  readonly dailyBudget: number;
  /**
   * How often the site's own count was compared with the emulator's, how often it was too low, and by how
   * much it was too high at most: a call is counted before it is made, and may then never arrive.
   */
  readonly counts: {
    readonly compared: number;
    readonly tooLow: number;
    readonly mostTooHigh: number;
  };
}
