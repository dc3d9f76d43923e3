import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkBundle } from "./check-bundle";
import { BUNDLE_MARKS, PLANTED } from "./check-bundle/marks";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "liner-notes-bundle-"));
  put(".next/static/chunks/a.js", "console.log(1)");
  put(".next/server/chunks/b.js", Object.values(BUNDLE_MARKS).join("\n"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it("is content with a build that keeps to itself what is its own", () => {
  put(".next/server/chunks/b.js.map", "{}");
  put("public/r/now-playing.json", `"${BUNDLE_MARKS["lib/connection"]}"`);
  put(".next/server/app/essay.html", "Set SPOTIFY_CLIENT_SECRET.");
  expect(checkBundle(root)).toEqual([]);
});

it.each([
  [".next/static/chunks/c.js", PLANTED.SESSION_SECRET],
  [".next/static/chunks/c.js", "process.env.REDIS_URL"],
  [".next/static/chunks/c.js", 'require("node:fs")'],
  [".next/static/chunks/c.js", BUNDLE_MARKS["lib/owner"]],
  [".next/static/chunks/c.js.map", "{}"],
  [".next/static/chunks/c.css", "/*# sourceMappingURL=c.css.map */"],
  [".next/server/app/index.html", PLANTED.SPOTIFY_CLIENT_SECRET],
  [".next/server/app/index.rsc", BUNDLE_MARKS["lib/store"]],
  [".next/server/chunks/d.js", PLANTED.SPOTIFY_REFRESH_TOKEN],
  [".next/standalone/.env.local", PLANTED.OWNER_WEBHOOK_URL],
  ["public/embed/9.9.9.js", "//# sourceMappingURL=9.9.9.js.map"],
  ["public/r/now-playing.json", PLANTED.REDIS_URL],
])("finds in %s: %s", (path, text) => {
  put(path, `before ${text} after`);
  expect(checkBundle(root)).toEqual([expect.stringContaining(path)]);
});

it("says when a mark has gone, and when there is no build", () => {
  put(".next/server/chunks/b.js", "");
  expect(checkBundle(root)).toHaveLength(Object.keys(BUNDLE_MARKS).length);
  rmSync(join(root, ".next/static"), { recursive: true });
  expect(checkBundle(root)).toContainEqual(expect.stringContaining("npm run build"));
});
