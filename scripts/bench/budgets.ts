/** What a measured figure may be at most, or has to be at least. */
export interface Budget {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  /** Of both figures: "B", "ms", "×", or nothing for a count. */
  readonly unit: string;
  readonly isKept: boolean;
}
