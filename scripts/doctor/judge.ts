import type { Facts } from "./facts";
import { judgeApi, judgeBudget } from "./judge-api";
import {
  judgeClock,
  judgeEnvironment,
  judgeHosts,
  judgeNode,
  judgeRedirectUris,
  judgeStore,
} from "./judge-setting";
import { judgeClient, judgeLifetime, judgeRefreshToken } from "./judge-token";
import type { Result } from "./result";

/** What the facts mean, in the order in which one thing depends on another. */
export function judge(facts: Facts): Result[] {
  return [
    judgeNode(facts.nodeVersion),
    ...judgeEnvironment(facts.environment),
    judgeRedirectUris(facts.redirectUris),
    ...judgeStore(facts.store),
    ...judgeHosts(facts.hosts),
    judgeClock(facts.hosts),
    judgeClient(facts),
    ...judgeRefreshToken(facts),
    judgeLifetime(facts),
    ...judgeApi(facts),
    judgeBudget(facts),
  ];
}
