import type { Screen } from "@/scripts/terminal/screen";
import { gather } from "./gather";
import type { GatherOptions } from "./gather";
import { judge } from "./judge";
import { reportAsJson, reportResults } from "./report";
import { find } from "./result";

/**
 * Looks the site's connection over and tells what was found.
 *
 * @returns whether nothing has failed
 */
export async function examine(
  options: GatherOptions & { readonly screen: Screen; readonly isJson: boolean },
): Promise<boolean> {
  const { screen, isJson } = options;
  const facts = await gather(options);
  const results = facts ? judge(facts) : [find("environment", "not_configured")];
  if (isJson) screen.say(reportAsJson(results, facts?.now ?? Date.now()));
  else if (facts) reportResults(results, screen);
  else screen.say("No Spotify app is set: run `npm run connect`.");
  return results.every(({ level }) => level !== "failed");
}
