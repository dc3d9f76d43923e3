import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect } from "vitest";

const ajv = addFormats(new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }));
const nowPlaying = compile("now-playing");
const recentlyPlayed = compile("recently-played");

/** Whether a body keeps to `/now-playing.schema.json`. */
export function keepsContract(body: unknown): boolean {
  return nowPlaying(asSent(body));
}

export function expectContract(body: unknown): void {
  const isKept = keepsContract(body);
  expect(isKept, `${JSON.stringify(body)}\n${ajv.errorsText(nowPlaying.errors)}`).toBe(true);
}

/** Whether a body keeps to `/recently-played.schema.json`. */
export function keepsPlaysContract(body: unknown): boolean {
  return recentlyPlayed(asSent(body));
}

export function expectPlaysContract(body: unknown): void {
  const isKept = keepsPlaysContract(body);
  expect(isKept, `${JSON.stringify(body)}\n${ajv.errorsText(recentlyPlayed.errors)}`).toBe(true);
}

export function readSchema(name: string): unknown {
  const path = new URL(`../../../public/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

function compile(name: string) {
  const schema = readSchema(name);
  if (typeof schema !== "object" || schema === null) throw new Error(`No schema: ${name}`);
  return ajv.compile(schema);
}

/** As it is sent: keys that are undefined do not exist on the wire. */
function asSent(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body));
}
