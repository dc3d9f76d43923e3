import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sealPage } from "./seal-page";

function hash(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

function page(...scripts: readonly string[]): string {
  return `<!DOCTYPE html><html><head><meta charSet="utf-8"/>${scripts.join("")}</head><body></body></html>`;
}

describe("a page that is sealed", () => {
  it("allows the site's files and the scripts that stand in it", () => {
    const sealed = sealPage(page("<script>one()</script>", '<script id="_R_">two()</script>'));
    expect(sealed).toContain(`script-src 'self' ${hash("one()")} ${hash("two()")}"`);
  });

  it("says so before the first script", () => {
    const sealed = sealPage(page("<script>one()</script>"));
    expect(sealed.indexOf("Content-Security-Policy")).toBeLessThan(sealed.indexOf("<script>"));
  });

  it("names no hash for scripts that are files", () => {
    expect(sealPage(page('<script src="/a.js" async=""></script>'))).not.toContain("sha256");
  });

  it("takes a script by its bytes, whatever is written in it", () => {
    const script = 'self.push("ä\\u003c/script> $& \\n")';
    expect(sealPage(page(`<script>${script}</script>`))).toContain(hash(script));
  });

  it("takes what only looks like a script for what it is", () => {
    const sealed = sealPage(
      page(
        "<div aria-label=\"The <script> tag\" title='<script>no()</script>'></div>",
        "<script>one()</script>",
      ),
    );
    expect(sealed).toContain(`script-src 'self' ${hash("one()")}"`);
  });

  it("is not sealed twice", () => {
    const once = sealPage(page("<script>one()</script>"));
    expect(sealPage(once)).toBe(once);
  });

  it("is refused where its head begins with something else", () => {
    expect(() => sealPage("<html><head></head></html>")).toThrow("cannot be sealed");
  });
});
