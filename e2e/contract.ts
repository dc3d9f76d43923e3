import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "@playwright/test";
import type { NowPlaying, Plays } from "@/lib/now-playing/wire";

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const nowPlaying = ajv.compile<NowPlaying>(readSchema("now-playing"));
const recentlyPlayed = ajv.compile<Plays>(readSchema("recently-played"));

/** What is playing, held against the published schema. */
export function readContract(text: string): NowPlaying {
  const body: unknown = JSON.parse(text);
  if (nowPlaying(body)) return body;
  expect(nowPlaying.errors, text).toBeNull();
  throw new Error("unreachable");
}

/** What was played lately, held against the published schema. */
export function readPlays(text: string): Plays {
  const body: unknown = JSON.parse(text);
  if (recentlyPlayed(body)) return body;
  expect(recentlyPlayed.errors, text).toBeNull();
  throw new Error("unreachable");
}

function readSchema(name: string) {
  const path = resolve(import.meta.dirname, `../public/${name}.schema.json`);
  return JSON.parse(readFileSync(path, "utf8"));
}
