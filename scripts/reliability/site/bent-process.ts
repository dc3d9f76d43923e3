import dns from "node:dns";
import { readFace } from "./virtual-clock";
import type { ClockFace } from "./virtual-clock";

/*
 * Loaded into the site's process before anything else. The production build is what it is; only what
 * the machine tells it is bent, by messages of the parent: the time, and where host names lead.
 */

/** How host names are resolved: `refused` leads to an address where nobody listens. */
export type Resolver = "works" | "fails" | "silent" | "refused";

/** What the parent asks for. */
export interface Bend {
  readonly face: ClockFace;
  readonly resolver: Resolver;
}

/** How the process fares. */
export interface Vitals {
  /** Bytes in use on the heap, after a collection where the process was started with `--expose-gc`. */
  readonly heapBytes: number;
  /** Promises that were rejected and that nobody looked at. */
  readonly unhandled: readonly string[];
}

type LookupDone = (error: Error | null, found: readonly dns.LookupAddress[]) => void;

const NOBODY_LISTENS = "127.77.77.77";
const RealDate = Date;
const { lookup } = dns;
const unhandled: string[] = [];
let bend: Bend | undefined;

function bentNow(): number {
  return bend ? readFace(bend.face, RealDate.now()) : RealDate.now();
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [bentNow()] : args, newTarget),
  get: (target, key) => (key === "now" ? bentNow : Reflect.get(target, key)),
});

Object.assign(dns, {
  lookup(name: string, options: dns.LookupAllOptions, done: LookupDone): void {
    const resolver = bend?.resolver ?? "works";
    if (resolver === "works") lookup(name, options, done);
    if (resolver === "refused") {
      queueMicrotask(() => done(null, [{ address: NOBODY_LISTENS, family: 4 }]));
    }
    if (resolver === "fails") {
      const error = new Error(`getaddrinfo ENOTFOUND ${name}`);
      queueMicrotask(() => done(Object.assign(error, { code: "ENOTFOUND" }), []));
    }
  },
});

process.on("unhandledRejection", (reason) => unhandled.push(String(reason)));

process.on("message", (message: Bend | "vitals") => {
  if (message === "vitals") {
    globalThis.gc?.();
    const vitals: Vitals = { heapBytes: process.memoryUsage().heapUsed, unhandled };
    process.send?.(vitals);
  } else {
    bend = message;
    process.send?.("bent");
  }
});
// The parent decides when this ends, by a signal, not by letting go of the line.
process.channel?.unref();
