import type { Sentence } from "@/lib/telling/say";
import { nameCode, say } from "@/lib/telling/say";
/**
 * Why Redis did not do something. It holds a code and nothing else of what was said, for Redis'
 * own messages quote commands, and with them values and passwords.
 */
export class RedisFailure extends Error {
  override readonly name = "RedisFailure";
  /** The system's (`ECONNREFUSED`), Redis' (`OOM`), or `ENDED` for a connection that broke. */
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const TELLING_SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/invalid password|without any password configured/, "WRONGPASS"],
  [/DB index/, "NODB"],
  [/max number of clients|limit exceeded/, "LIMIT"],
];

/** Takes the code out of a refusal. Redis 6 puts that of a script's command into its sentence. */
export function readRefusal(message: string): string {
  const telling = TELLING_SENTENCES.find(([pattern]) => pattern.test(message))?.[1];
  const first = /^[A-Z]+/.exec(message)?.[0] ?? "ERR";
  const inner = / -([A-Z]+)/.exec(message)?.[1] ?? "";
  return telling ?? (first === "ERR" && ADVICE.has(inner) ? inner : first);
}

/**
 * Says in plain words what a failure means, and what to do about it.
 *
 * @param where host and port
 */
export function explainFailure(error: unknown, where: Sentence): Sentence {
  const code = error instanceof RedisFailure ? error.code : "ERR";
  return say`Redis at ${where} ${advise(code)} (${nameCode(code) ?? "ERR"})`;
}

function advise(code: string): Sentence {
  if (/CERT|SIGNATURE|ISSUER|HOSTNAME/.test(code))
    return say`shows a certificate that is not trusted: check the host in REDIS_URL, or name the certificate of your own authority in NODE_EXTRA_CA_CERTS.`;
  if (/^ERR_SSL|^EPROTO$/.test(code))
    return say`does not speak TLS at this port: mend the port in REDIS_URL, or let it begin with redis://.`;
  return ADVICE.get(code) ?? say`could not do what it was asked: see its log.`;
}

const FULL = say`is full: let it use more memory, or keep less in it.`;
const AWAY = say`does not answer: see whether it runs, can be reached from here, and speaks TLS just when REDIS_URL begins with rediss://.`;
const UNREADY = say`is not ready yet: if it stays so, see its log.`;
const NAMELESS = say`is not known to the network: mend the host in REDIS_URL.`;
const BROKE = say`broke the connection: see whether it runs; if it wants TLS, REDIS_URL has to begin with rediss://.`;
const CLUSTERED = say`is one of a cluster, and its keys lie with the others: use a single Redis.`;

const ADVICE = new Map<string, Sentence>([
  ["ECONNREFUSED", say`is not running: start it, or mend REDIS_URL.`],
  ["ENOTFOUND", NAMELESS],
  ["EAI_AGAIN", NAMELESS],
  ["ETIMEDOUT", AWAY],
  ["EHOSTUNREACH", AWAY],
  ["ENETUNREACH", AWAY],
  ["ECONNRESET", BROKE],
  ["EPIPE", BROKE],
  ["ENDED", BROKE],
  ["CLOSED", say`is not asked any more: the store was closed.`],
  ["NOAUTH", say`wants a password: set REDIS_URL to redis://default:password@host:port.`],
  ["WRONGPASS", say`refuses the user or the password in REDIS_URL: mend them.`],
  [
    "NOPERM",
    say`does not let this user do enough: allow GET, SET, DEL, EVAL and PING, and SELECT where REDIS_URL ends with a database.`,
  ],
  ["DENIED", say`lets no other machine in without a password: set one there and in REDIS_URL.`],
  ["NODB", say`does not have the database that REDIS_URL ends with: mend its number.`],
  ["OOM", FULL],
  ["LIMIT", say`has too many clients or requests: let it serve more, or wait.`],
  ["MISCONF", say`cannot save to its own disk: see its log, and free some space there.`],
  ["READONLY", say`is a replica that nobody may write to: set REDIS_URL to the primary.`],
  ["MASTERDOWN", UNREADY],
  ["LOADING", UNREADY],
  ["BUSY", UNREADY],
  ["MOVED", CLUSTERED],
  ["CLUSTERDOWN", CLUSTERED],
  ["WRONGTYPE", say`holds something of another program in this place: use a database of its own.`],
]);
