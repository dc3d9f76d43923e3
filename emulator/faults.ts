import { bodyFaults } from "./faults/bodies";
import type { Fault, FaultHost } from "./faults/exchange";
import { rateLimitFaults } from "./faults/rate-limits";
import { statusFaults } from "./faults/statuses";
import { tokenFaults } from "./faults/token-answers";
import { transportFaults } from "./faults/transport";

/** Everything that can go wrong on demand. The control page and the tests go through this table. */
export const faults: readonly Fault[] = [
  ...statusFaults,
  ...rateLimitFaults,
  ...tokenFaults,
  ...bodyFaults,
  ...transportFaults,
];

export function findFault(id: string, host: FaultHost): Fault | undefined {
  return faults.find((fault) => fault.id === id && fault.hosts.includes(host));
}

export function faultIdsOf(host: FaultHost): string[] {
  return faults.filter((fault) => fault.hosts.includes(host)).map(({ id }) => id);
}
