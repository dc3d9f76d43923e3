import type { Budget } from "@/scripts/bench/budgets";
import type { ServingResults } from "./results";

/** What a run has to reach: as the report has it, and as a machine that others keep busy still shows it. */
export const STRICT = { ratio: 0.9, hangingMs: 1_000 };
export const LENIENT = { ratio: 0.5, hangingMs: 1_500 };

const MOST_CALLS_PER_THOUSAND = 1;

/** What both forms of the bench measure. */
type Held = Pick<ServingResults, "ratio" | "ours"> & {
  readonly hanging: Pick<ServingResults["hanging"], "ours">;
};

/** Everything that serving is held to, kept or not, in the order of the report. */
export function listServingBudgets(
  { ratio, ours, hanging }: Held,
  limits: typeof STRICT = STRICT,
): readonly Budget[] {
  const calls = ours.calls.token + ours.calls.player;
  const { p99Ms, unanswered, requests } = hanging.ours;
  return [
    {
      name: "Throughput of our route, warm, against the empty one's (at least)",
      measured: ratio.median,
      limit: limits.ratio,
      unit: "×",
      isKept: ratio.median >= limits.ratio,
    },
    {
      name: "Calls to Spotify for 1,000 requests, warm",
      measured: calls,
      limit: MOST_CALLS_PER_THOUSAND,
      unit: "",
      isKept: calls <= MOST_CALLS_PER_THOUSAND,
    },
    {
      name: "99 of 100 answers while Spotify hangs",
      measured: p99Ms,
      limit: limits.hangingMs,
      unit: "ms",
      isKept: requests > 0 && unanswered === 0 && p99Ms <= limits.hangingMs,
    },
  ];
}
