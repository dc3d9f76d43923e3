import type { EnvironmentFacts, HostFacts, HostTrouble, StoreFacts } from "./facts";
import type { FindingCode } from "./findings";
import { find, leaveOut, pass } from "./result";
import type { Result } from "./result";
import type { RedirectUris } from "@/scripts/redirect-uris";
import { describeSpan } from "@/scripts/terminal/words";

const CLOCK_OFF_MS = 30_000;
const CLOCK_WRONG_MS = 5 * 60_000;

/** The `engines` of package.json. */
export function judgeNode(version: string): Result {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const isGood = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  return isGood ? pass("Node", version) : find("Node", "old_node", version);
}

export function judgeEnvironment(facts: EnvironmentFacts): Result[] {
  const { fileName, fileMode, problems, hasSessionSecret, ownerId } = facts;
  const check = "environment";
  const isOpen = fileMode !== undefined && (fileMode & 0o077) !== 0;
  const isSecretNamed = problems.some(({ name }) => name === "SESSION_SECRET");
  const results = [
    ...problems.map(({ name, expected }) =>
      find(check, "environment_malformed", `${name} cannot be used; expected: ${expected}.`),
    ),
    ...(isOpen
      ? [
          find(
            check,
            "env_file_readable",
            `${fileName} has mode ${(fileMode & 0o777).toString(8)}.`,
          ),
        ]
      : []),
    ...(hasSessionSecret || isSecretNamed ? [] : [find(check, "session_secret_missing")]),
    ...(ownerId === undefined ? [find(check, "owner_missing")] : []),
  ];
  return results.length > 0 ? results : [pass(check, "complete")];
}

export function judgeRedirectUris({ toRegister, trouble }: RedirectUris): Result {
  const check = "redirect URI";
  const register = `has to be registered: ${toRegister.join(" and ")}`;
  if (trouble === "localhost") return find(check, "redirect_localhost", register);
  if (trouble === "plain_http") return find(check, "redirect_insecure", register);
  return pass(check, register);
}

export function judgeStore(facts: StoreFacts | undefined): Result[] {
  const check = "store";
  if (facts === undefined) return [leaveOut(check, "the environment does not say where it is")];
  const { place, durable, shared, trouble, warnings } = facts;
  if (trouble !== undefined) return [find(check, "store_fails", trouble)];
  const said = warnings.join(" ");
  if (!durable) return [find(check, "store_in_memory", said || undefined)];
  const reach = shared ? "" : ", for one process";
  return [pass(check, `${place}${reach}: a test value was kept and removed. ${said}`.trim())];
}

const HOST_CODES: Readonly<Record<HostTrouble, FindingCode>> = {
  not_found: "host_not_found",
  refused: "host_refused",
  tls: "host_tls",
  timeout: "host_timeout",
  unreachable: "host_unreachable",
};

export function judgeHosts(facts: readonly HostFacts[] | undefined): Result[] {
  const check = "hosts";
  if (facts === undefined) return [leaveOut(check, "the environment has to be mended first")];
  const failures = facts.flatMap(({ host, trouble, errno }) =>
    trouble === undefined
      ? []
      : [find(check, HOST_CODES[trouble], `${host}${errno ? ` (${errno})` : ""}`)],
  );
  if (failures.length > 0) return failures;
  const names = facts.map(({ host }) => host).join(" and ");
  return [pass(check, `${names} ${facts.length === 1 ? "answers" : "answer"}`)];
}

export function judgeClock(facts: readonly HostFacts[] | undefined): Result {
  const skews = (facts ?? []).flatMap(({ skewMs }) => (skewMs === undefined ? [] : [skewMs]));
  const [worst] = skews.toSorted((a, b) => Math.abs(b) - Math.abs(a));
  if (worst === undefined) return leaveOut("clock", "no host has told the time");
  const size = Math.abs(worst);
  const where = `${describeSpan(size)} ${worst > 0 ? "ahead" : "behind"}`;
  if (size > CLOCK_WRONG_MS) return find("clock", "clock_wrong", where);
  if (size > CLOCK_OFF_MS) return find("clock", "clock_off", where);
  return pass("clock", size < 2_000 ? "agrees with Spotify's" : where);
}
