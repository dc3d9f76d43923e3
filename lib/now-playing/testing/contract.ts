import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect } from "vitest";

const path = new URL("../../../public/now-playing.schema.json", import.meta.url);
const ajv = addFormats(new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }));
const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));

/** Whether a body keeps to `/now-playing.schema.json`. */
export function keepsContract(body: unknown): boolean {
  // As it is sent: keys that are undefined do not exist on the wire.
  return validate(JSON.parse(JSON.stringify(body)));
}

export function expectContract(body: unknown): void {
  const isKept = keepsContract(body);
  expect(isKept, `${JSON.stringify(body)}\n${ajv.errorsText(validate.errors)}`).toBe(true);
}
