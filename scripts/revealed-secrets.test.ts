import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./project";

const FOLDERS = ["app", "components", "lib", "widget"];

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

it("a secret is revealed where it is known why, and nowhere else", () => {
  const found = FOLDERS.flatMap(listSources).filter((path) =>
    /(?:\.|\?\.|\[["'`])\s*reveal\b/.test(readFileSync(join(ROOT, path), "utf8")),
  );
  expect(found.toSorted()).toEqual(Object.keys(REASONS).toSorted());
});
