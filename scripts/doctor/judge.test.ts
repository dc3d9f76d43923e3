import { expect, it } from "vitest";
import { findings } from "./findings";
import { judgeClock, judgeNode } from "./judge-setting";
import { lookAtHosts, nameTrouble } from "./look-at-hosts";

it.each([
  ["v18.20.0", "failed"],
  ["v20.18.3", "failed"],
  ["v20.19.0", "ok"],
  ["v21.7.0", "failed"],
  ["v22.11.0", "failed"],
  ["v22.12.0", "ok"],
  ["v24.0.0", "ok"],
])("judges Node %s as %s", (version, level) => {
  expect(judgeNode(version).level).toBe(level);
});

it.each([
  ["ENOTFOUND", "not_found"],
  ["EAI_AGAIN", "not_found"],
  ["ECONNREFUSED", "refused"],
  ["CERT_HAS_EXPIRED", "tls"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "tls"],
  ["ETIMEDOUT", "timeout"],
  ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
  ["ECONNRESET", "unreachable"],
  [undefined, "unreachable"],
])("tells a failure with %s as %s", (errno, trouble) => {
  expect(nameTrouble(errno)).toBe(trouble);
});

it("asks each host once, and names one that nobody knows", async () => {
  const origin = "http://no-such-host.invalid";
  const facts = await lookAtHosts([origin, origin], { now: Date.now, timeoutMs: 5_000 });
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({ host: "no-such-host.invalid", trouble: "not_found" });
});

it.each([
  [[0, 1_000], "ok", "agrees with Spotify's"],
  [[-20_000], "ok", "20 seconds behind"],
  [[31_000, 5], "warning", "31 seconds ahead"],
  [[-400_000, 5], "failed", "7 minutes behind"],
  [[], "not checked", "no host has told the time"],
])("judges clocks by the worst difference: %j is %s", (skews, level, detail) => {
  const hosts = skews.map((skewMs) => ({ host: "", trouble: undefined, errno: undefined, skewMs }));
  expect(judgeClock(hosts)).toMatchObject({ level, detail });
});

it("says of every finding why it is and what to do, in sentences", () => {
  for (const { cause, fix } of Object.values(findings)) {
    expect(cause).toMatch(/^[A-Z`].*\.$/);
    expect(fix).toMatch(/^[A-Z`].*\.$/);
  }
});

it.each([
  ["invalid_grant", "invalid_grant"],
  ["invalid_client", "invalid_client"],
  ["insufficient_scope", "insufficient scope"],
  ["insufficient_scope", "Permissions missing"],
  ["redirect_localhost", "INVALID_CLIENT: Insecure redirect URI"],
  ["redirect_insecure", "INVALID_CLIENT: Insecure redirect URI"],
  ["quota_exceeded", "QUOTA_EXCEEDED"],
  ["user_not_registered", "User Management"],
  ["premium_missing", "Premium"],
] as const)("says for %s what its reader would search for: %s", (code, words) => {
  const { cause, fix } = findings[code];
  expect(`${cause} ${fix}`).toContain(words);
});
