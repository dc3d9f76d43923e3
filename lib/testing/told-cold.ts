/** What visitors are told of each trouble when nothing was known before: a state, or a reason why not. */
const TOLD_COLD: readonly (readonly [RegExp, string])[] = [
  [/^api (204|empty|wrong-types|deep-nesting)$/, "idle"],
  [/^api hostile-/, "playing"],
  [/^accounts no-refresh-token$/, "playing"],
  [/^clock /, "playing"],
  [/^api (401-|403-scope)/, "reauthorize"],
  [/^accounts invalid_grant/, "reauthorize"],
  [/^api 403-/, "misconfigured"],
  [/^accounts invalid_client/, "misconfigured"],
  [/ 429/, "rate_limited"],
  [/./, "unreachable"],
];

/**
 * What visitors have to be told while nothing is known, as a state or a reason of the contract.
 *
 * @param host what is to blame: one of the emulator's hosts, `network` or `clock`
 * @param trouble a fault of the emulator's, by its id, or another name
 */
export function toldCold(host: string, trouble: string): string | undefined {
  return TOLD_COLD.find(([pattern]) => pattern.test(`${host} ${trouble}`))?.[1];
}
