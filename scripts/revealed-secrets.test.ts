import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./project";

const FOLDERS = ["app", "components", "lib", "registry", "widget"];

/** Where a secret is revealed, and why it has to be. Whoever adds a file here should know no other way. */
const REASONS: Readonly<Record<string, string>> = {
  "lib/connection/grant-record.ts": "A hash tells one token from another.",
  "lib/connection/seal.ts": "SESSION_SECRET makes the key.",
  "lib/connection/secret-text.ts": "The clear text of what is sealed next.",
  "lib/connection/token-refresher.ts": "A hash tells which token and client were refused.",
  "lib/owner/env-file.ts": ".env.local holds it, mode 0600.",
  "lib/owner/variables.ts": "The owner is shown it once, to paste it.",
  "lib/owner/webhook.ts": "The request goes to this address.",
  "lib/spotify/accounts.ts": "Authorization: Basic, and the form of the refresh.",
  "lib/spotify/api.ts": "Authorization: Bearer.",
  "lib/spotify/authorize.ts": "Authorization: Basic.",
  "lib/store/redis-connection.ts": "Redis' own client signs in with it.",
  "lib/store/redis-store.ts": "REDIS_URL is taken apart.",
};

function listSources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\/|\/built\.ts$/.test(path));
}

/** Who puts a text that is no constant into a message, and whose text it is. */
const QUOTED: Readonly<Record<string, string>> = {
  "lib/create-server.ts":
    "The schema's words about a variable, and the policy's about content/site.ts.",
  "lib/owner/env-file.ts": "The path of .env.local.",
  "lib/owner/env-text.ts": "The name of a variable that is written.",
  "lib/spotify/request.ts": "Method and path of the request, which are constants of the callers.",
  "lib/store/check-arguments.ts": "A key, which is a constant of its caller.",
  "lib/store/envelope-file.ts": "A path in DATA_DIR.",
  "lib/store/explain-failures.ts": "DATA_DIR.",
  "lib/store/file-mutex.ts": "A path in DATA_DIR.",
  "lib/store/redis-store.ts": "Host and port of REDIS_URL.",
  "registry/lib/create-server.ts":
    "The schema's words about a variable, and the policy's about publishing.ts.",
};

function findCallers(name: RegExp): string[] {
  return FOLDERS.flatMap(listSources)
    .filter((path) => name.test(readFileSync(join(ROOT, path), "utf8")))
    .toSorted();
}

it("a secret is revealed where it is known why, and nowhere else", () => {
  expect(findCallers(/(?:\.|\[["'`])\s*reveal\b/)).toEqual(Object.keys(REASONS).toSorted());
});

it("a message quotes what whoever runs the site has set, and nothing else", () => {
  expect(findCallers(/\bquoteSetting\((?!text: string)/)).toEqual(Object.keys(QUOTED).toSorted());
});

it("no text becomes a sentence by assertion", () => {
  expect(findCallers(/\bas (?:unknown as )?Sentence\b/)).toEqual(["lib/telling/say.ts"]);
});
