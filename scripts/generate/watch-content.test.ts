import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchContent } from "./watch-content";

let root: string;
let stop: () => void = () => undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "liner-notes-watch-"));
  mkdirSync(join(root, "content/writing"), { recursive: true });
});

afterEach(() => {
  stop();
  rmSync(root, { recursive: true, force: true });
});

describe("the watch on content/", () => {
  it("regenerates when a post or the page of uses is written, and for nothing else", async () => {
    const regenerate = vi.fn(async () => undefined);
    stop = watchContent({ root, regenerate, say: () => undefined, settleMs: 5 });
    writeFileSync(join(root, "content/site.ts"), "1");
    writeFileSync(join(root, "content/writing/.a-post.mdx.swp"), "1");
    writeFileSync(join(root, "content/writing/a-post.mdx"), "1");
    await vi.waitFor(() => expect(regenerate).toHaveBeenCalledTimes(1));
    writeFileSync(join(root, "content/uses.mdx"), "1");
    await vi.waitFor(() => expect(regenerate).toHaveBeenCalledTimes(2));
  });

  it("says what is wrong, and goes on", async () => {
    const regenerate = vi.fn(async () => undefined);
    regenerate.mockRejectedValueOnce(new Error("content/ has one problem"));
    const lines: string[] = [];
    stop = watchContent({ root, regenerate, say: (line) => lines.push(line), settleMs: 5 });
    writeFileSync(join(root, "content/writing/a-post.mdx"), "broken");
    await vi.waitFor(() => expect(lines[0]).toBe("content/ has one problem"));
    writeFileSync(join(root, "content/writing/a-post.mdx"), "mended");
    await vi.waitFor(() => expect(lines.at(-1)).toBe("content/ was read again."));
  });
});
