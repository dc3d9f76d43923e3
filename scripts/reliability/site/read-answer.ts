import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { ROOT } from "@/scripts/project";

const ajv = new Ajv2020();
addFormats.default(ajv);
const keepsContract = ajv.compile<NowPlaying>(
  JSON.parse(readFileSync(join(ROOT, "public/now-playing.schema.json"), "utf8")),
);

/** One answer of `/api/now-playing`. */
export interface Answer {
  readonly status: number;
  readonly tookMs: number;
  /** Undefined where it breaks the published schema. */
  readonly body: NowPlaying | undefined;
  readonly text: string;
}

/** Asks for what is playing; a connection that breaks is status 0. */
export async function readAnswer(site: string): Promise<Answer> {
  const started = performance.now();
  try {
    const response = await fetch(`${site}/api/now-playing`);
    const text = await response.text();
    const tookMs = performance.now() - started;
    return { status: response.status, tookMs, body: readBody(text), text };
  } catch (error) {
    const tookMs = performance.now() - started;
    return { status: 0, tookMs, body: undefined, text: String(error) };
  }
}

function readBody(text: string): NowPlaying | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return keepsContract(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
