import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./project";
import { findRootPaths } from "./testing/find-root-paths";

const FOLDERS = ["app", "components", "lib"];

/** The addresses in there are Spotify's. */
const OTHERS = "lib/spotify/";

function listSources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path}`)
    .filter((path) => !path.startsWith(OTHERS))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\/|\/built\.ts$/.test(path));
}

it("no source of the site names an address that a base path would be missing from", () => {
  const found = FOLDERS.flatMap(listSources).flatMap((path) =>
    findRootPaths(readFileSync(join(ROOT, path), "utf8")).map((line) => `${path}: ${line}`),
  );
  // `at()` of lib/site/address.ts makes them whole, and so do `absolute()`, Next's Link and SiteLink.
  expect(found).toEqual([]);
});

it.each([
  '<a className="link" href="/go">',
  "<a href={`/writing/${slug}`}>",
  "<Link href={at('/x')}>text</Link><a\n  className='link'\n  href='/go'\n>",
  '<form method="post" action={"/owner/show"}>',
  '<img alt="" src="/now-playing.svg" />',
  'await fetch("/search.json", options)',
  "await fetch(\n  `/api/${name}`,\n)",
  'preload("/api/now-playing", { as: "fetch" })',
  'new URL("/owner", home)',
  'return sendOn("/owner");',
  'headers: { location: "/" }',
  'location.assign("/search")',
  'location.href = "/search"',
  'location.replace("/search")',
])("finds %s", (source) => {
  expect(findRootPaths(source)).toHaveLength(1);
});

it.each([
  '<SiteLink className="link" href="/writing">',
  "<SiteLink\n  href={`/writing/${slug}`}\n>",
  '<a href={at("/go")}>',
  '<a href="//example.com/">',
  '<a href="https://example.com/">',
  "<path d='M0 0' /><Link href='/uses'>",
  'fetch(at("/search.json"))',
  'text.replace("/", "")',
  'router.replace("/search")',
  'new URL("../schema.json", import.meta.url)',
])("takes no offence at %s", (source) => {
  expect(findRootPaths(source)).toEqual([]);
});
