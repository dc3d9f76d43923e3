import fc from "fast-check";
import { expect, it } from "vitest";
import { say } from "@/lib/telling/say";
import { explainFailure, readRefusal, RedisFailure } from "./redis-failure";

it.each([
  ["NOAUTH Authentication required.", "NOAUTH"],
  ["WRONGPASS invalid username-password pair or user is disabled.", "WRONGPASS"],
  ["ERR invalid password", "WRONGPASS"],
  ["ERR AUTH <password> called without any password configured for the default user.", "WRONGPASS"],
  ["OOM command not allowed when used memory > 'maxmemory'.", "OOM"],
  [
    "ERR Error running script (call to f_c0ffee): @user_script:4: @user_script: 4: -OOM command not allowed when used memory > 'maxmemory'.",
    "OOM",
  ],
  ["READONLY You can't write against a read only replica.", "READONLY"],
  ["ERR max number of clients reached", "LIMIT"],
  ["ERR max daily request limit exceeded. Limit: 10000, Usage: 10000.", "LIMIT"],
  ["ERR DB index is out of range", "NODB"],
  ["MOVED 3999 127.0.0.1:6381", "MOVED"],
  ["ERR unknown command 'EVAL', with args beginning with: 'precious'", "ERR"],
])("knows what %j means", (message, code) => {
  expect(readRefusal(message)).toBe(code);
});

it.each([
  ["ECONNREFUSED", "is not running: start it, or mend REDIS_URL."],
  ["ENOTFOUND", "mend the host in REDIS_URL"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "check the host in REDIS_URL"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "NODE_EXTRA_CA_CERTS"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "does not speak TLS"],
  ["ENEW", "see its log"],
])("says what to do about %s", (code, message) => {
  const said = explainFailure(new RedisFailure(code), say`redis.example.com:6379`);
  expect(said).toMatch(/^Redis at redis\.example\.com:6379 /);
  expect(said).toContain(message);
  expect(said).toContain(`(${code})`);
});

it("repeats nothing of what Redis says after its code", () => {
  fc.assert(
    fc.property(fc.string(), (quoted) => {
      const code = readRefusal(`ERR unknown command, with args: '${quoted}' -${quoted}`);
      expect(explainFailure(new RedisFailure(code), say`h:1`)).toMatch(/\([A-Z]+\)$/);
      expect(code).toMatch(/^(?:ERR|WRONGPASS|NODB|LIMIT)$/);
    }),
  );
});
