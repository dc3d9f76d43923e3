import { describe, expect, it } from "vitest";
import { basePathOf, parseSiteUrl, readBasePath } from "./base-path";

describe("the base path", () => {
  it.each([
    [undefined, ""],
    ["", ""],
    [" ", ""],
    ["https://example.com", ""],
    ["https://example.com/", ""],
    ["https://example.com/notes", "/notes"],
    [" https://example.com/notes/ ", "/notes"],
    ["http://127.0.0.1:3000/~mara/liner-notes_2.0", "/~mara/liner-notes_2.0"],
  ])("of %j is %j", (siteUrl, path) => {
    expect(readBasePath(siteUrl)).toBe(path);
  });

  it.each([
    "example.com/notes",
    "/notes",
    "https://example.com//notes",
    "https://example.com/notes//",
    "https://example.com/my notes",
    "https://example.com/:path*",
    "https://example.com/(notes)",
    "https://example.com/notes?a=b",
    "https://example.com/notes#a",
    "https://mara@example.com/notes",
    "https://:word@example.com/notes",
    "ftp://example.com/notes",
  ])("is not read off %j: the build ends, and says why", (siteUrl) => {
    expect(parseSiteUrl(siteUrl)).toBeUndefined();
    expect(() => readBasePath(siteUrl)).toThrow(/^SITE_URL cannot be used; .*build again\.$/);
  });
});

describe("the site's address", () => {
  it("ends without a slash, wherever the site lies", () => {
    expect(parseSiteUrl("https://example.com/")).toBe("https://example.com");
    expect(parseSiteUrl("https://EXAMPLE.com:443/notes/")).toBe("https://example.com/notes");
    expect(basePathOf("https://example.com")).toBe("");
    expect(basePathOf("https://example.com/notes")).toBe("/notes");
  });
});
