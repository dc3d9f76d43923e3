import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "@playwright/test";
import type { NowPlaying } from "@/lib/now-playing/wire";

const schema = resolve(import.meta.dirname, "../public/now-playing.schema.json");
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile<NowPlaying>(JSON.parse(readFileSync(schema, "utf8")));

/** The body, held against the published schema. */
export function readContract(text: string): NowPlaying {
  const body: unknown = JSON.parse(text);
  if (validate(body)) return body;
  expect(validate.errors, text).toBeNull();
  throw new Error("unreachable");
}
