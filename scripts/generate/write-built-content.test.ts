import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BUILT_CONTENT, writeBuiltContent } from "./write-built-content";

let root: string;
const now = new Date("2026-11-20T12:00:00Z");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "liner-notes-content-"));
  for (const folder of ["content/writing", "lib/content", "public/pictures"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(slug: string, body: string, draft = false): void {
  const matter = `---\ntitle: A post\ndate: 2026-11-01\nsummary: Something.\ndraft: ${draft}\n---\n`;
  writeFileSync(join(root, `content/writing/${slug}.mdx`), `${matter}\n${body}\n`);
}

const read = () => readFileSync(join(root, BUILT_CONTENT), "utf8");

describe("the generation of content", () => {
  it("works where nothing was written", async () => {
    rmSync(join(root, "content"), { recursive: true });
    await writeBuiltContent({ root, now });
    expect(read()).toContain("export const built: BuiltContent");
  });

  it("forgets the drafts that development has shown", async () => {
    write("a-post", "Published words.");
    write("a-draft", "Unready words.", true);
    await writeBuiltContent({ root, now, showDrafts: true });
    expect(read()).toContain("Unready words.");
    await writeBuiltContent({ root, now });
    expect(read()).toContain("Published words.");
    expect(read()).not.toMatch(/Unready|a-draft/);
  });

  it("touches nothing where nothing has changed", async () => {
    write("a-post", "Text.");
    await writeBuiltContent({ root, now });
    const file = join(root, BUILT_CONTENT);
    utimesSync(file, 1, 1);
    await writeBuiltContent({ root, now });
    expect(statSync(file).mtimeMs).toBe(1_000);
  });

  it("fails with file, line and column, and leaves what was in order", async () => {
    write("a-post", "Text.");
    await writeBuiltContent({ root, now });
    const before = read();
    write("a-post", "{run()}");
    await expect(writeBuiltContent({ root, now })).rejects.toThrow(
      /content\/ has one problem:\n {2}content\/writing\/a-post\.mdx:8:1 {2}\{run\(\)\}/,
    );
    expect(read()).toBe(before);
  });

  it("reads the size of a picture as it is shown, and none outside of public/", async () => {
    const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: "#fff" } });
    const bytes = await picture.jpeg().withMetadata({ orientation: 6 }).toBuffer();
    writeFileSync(join(root, "public/pictures/a b.jpg"), bytes);
    writeFileSync(join(root, "outside.jpg"), bytes);
    write("a-post", "![a](</pictures/a b.jpg>)");
    await writeBuiltContent({ root, now });
    expect(read()).toContain('\\"width\\":20,\\"height\\":30');
    for (const path of [
      "/../outside.jpg",
      "/%2e%2e/outside.jpg",
      "/pictures",
      "/pictures/a%00.jpg",
    ]) {
      write("a-post", `![a](${path})`);
      await expect(writeBuiltContent({ root, now })).rejects.toThrow("no such picture");
    }
  });

  it("refuses a file that is no picture", async () => {
    writeFileSync(join(root, "public/pictures/a.png"), "text");
    write("a-post", "![a](/pictures/a.png)");
    await expect(writeBuiltContent({ root, now })).rejects.toThrow("no such picture");
  });
});
