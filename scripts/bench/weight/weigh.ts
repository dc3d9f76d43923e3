import { gzipSync } from "node:zlib";
import type { Weight } from "./results";

/** The same bytes weigh the same on every machine: level 9 is zlib's, and no server's choice. */
export function weigh(body: string | Uint8Array): Weight {
  return { bytes: Buffer.byteLength(body), gzip: gzipSync(body, { level: 9 }).byteLength };
}

/** Of bodies that are sent one by one. */
export function addWeights(weights: readonly Weight[]): Weight {
  return weights.reduce(
    (sum, { bytes, gzip }) => ({ bytes: sum.bytes + bytes, gzip: sum.gzip + gzip }),
    { bytes: 0, gzip: 0 },
  );
}
