import type { Environment, EnvironmentProblem } from "@/lib/environment";
import { SourceFailure } from "@/lib/now-playing/source";
import type { Source } from "@/lib/now-playing/source";
import { say } from "@/lib/telling/say";

/** Where it is plain beforehand that no reading can succeed, Spotify is not asked. */
export function refuseToRead(
  { credentials, dailyBudget }: Environment,
  problems: readonly EnvironmentProblem[],
): Source | undefined {
  if (problems.length > 0) {
    const failure = new SourceFailure(
      "misconfigured",
      say`Not asking Spotify before the environment is mended; what is wrong with it was said at start.`,
    );
    return { dailyBudget, read: () => Promise.reject(failure) };
  }
  if (credentials) return undefined;
  const failure = new SourceFailure("not_connected", say`No Spotify app is set; see the README.`);
  return { dailyBudget, read: () => Promise.reject(failure) };
}
