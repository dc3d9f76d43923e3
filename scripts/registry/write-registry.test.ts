import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeRegistry } from "./write-registry";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liner-notes-registry-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

it("writes the item, and an index that names its files without their text", () => {
  writeRegistry(folder);
  const item = read("now-playing.json");
  const index = read("registry.json");
  expect(index.items.map(({ name }: { name: string }) => name)).toEqual(["now-playing"]);
  expect(index.items[0].files).toHaveLength(item.files.length);
  expect(index.items[0].files[0]).toEqual({
    path: "registry/components/now-playing.tsx",
    type: "registry:component",
    target: "@components/now-playing.tsx",
  });
  expect(item.files[0].content).toContain("export function NowPlaying");
});

it("touches nothing that would stay the same", () => {
  writeRegistry(folder);
  const path = join(folder, "now-playing.json");
  utimesSync(path, 1, 1);
  writeFileSync(join(folder, "registry.json"), "{}");
  writeRegistry(folder);
  expect(statSync(path).mtimeMs).toBe(1_000);
  expect(read("registry.json").name).toBe("liner-notes");
});
