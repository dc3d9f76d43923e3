import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowedImage, parseImageOrigins } from "./image-origins";

const usual = parseImageOrigins("https://i.scdn.co https://*.scdn.co https://*.spotifycdn.com");
const allows = (text: string, url: string) => isAllowedImage(url, parseImageOrigins(text).origins);

describe("parseImageOrigins", () => {
  it("reads the usual list without a problem", () => {
    expect(usual.problems).toEqual([]);
    expect(usual.origins.map(({ source }) => source)).toEqual([
      "https://i.scdn.co",
      "https://*.scdn.co",
      "https://*.spotifycdn.com",
    ]);
  });

  it("takes any white space between origins, repetitions, and capitals", () => {
    const { origins, problems } = parseImageOrigins("  HTTPS://I.scdn.co\n\thttps://i.scdn.co ");
    expect(problems).toEqual([]);
    expect(origins.map(({ source }) => source)).toEqual(["https://i.scdn.co"]);
  });

  it.each([
    ["i.scdn.co", "is not an origin"],
    ["https:", "is not an origin"],
    ["https://*", "is not an origin"],
    ["*", "is not an origin"],
    ["data:", "is not an origin"],
    ["ftp://i.scdn.co", "is not an origin"],
    ["https://i.scdn.co/", "is not an origin"],
    ["https://i.scdn.co/image", "is not an origin"],
    ["https://me@i.scdn.co", "is not an origin"],
    ["https://i.*.co", "is not an origin"],
    ["https://i.scdn.co;script-src", "is not an origin"],
    ["'unsafe-inline'", "is not an origin"],
    ["https://i..scdn.co", "is not an origin"],
    ["https://2130706433", "has no proper host"],
    ["https://127.1", "has no proper host"],
    ["https://*.co", "lets in too much"],
    ["https://*.0.0.1", "has no proper host|lets in too much"],
    ["http://i.scdn.co", "is not encrypted"],
    ["http://127.0.0.1.evil.com", "is not encrypted"],
    ["https://i.scdn.co:0", "has no proper port"],
    ["https://i.scdn.co:65536", "has no proper port"],
  ])("leaves out %s and says why, keeping the rest", (source, why) => {
    const { origins, problems } = parseImageOrigins(`${source} https://kept.example`);
    expect(origins.map((origin) => origin.source)).toEqual(["https://kept.example"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(why));
    expect(problems[0]).toContain(source);
  });
});

describe("isAllowedImage", () => {
  it.each([
    "https://i.scdn.co/image/ab67616d0000b273",
    "https://i.scdn.co:443/image/x",
    "https://mosaic.scdn.co/640/a",
    "https://a.b.scdn.co/",
    "https://image-cdn-ak.spotifycdn.com/image/a?size=1#x",
    "HTTPS://I.SCDN.CO/image/x",
  ])("lets in %s", (url) => {
    expect(isAllowedImage(url, usual.origins)).toBe(true);
  });

  it.each([
    "",
    "i.scdn.co/image",
    "//i.scdn.co/image",
    "http://i.scdn.co/image",
    "https://scdn.co/image",
    "https://evilscdn.co/",
    "https://.scdn.co/",
    "https://..scdn.co/",
    "https://a..scdn.co/",
    "https://i.scdn.co.evil.com/",
    "https://i.scdn.co./",
    "https://i.scdn.co:444/",
    "https://i.scdn.co:80/",
    "https://i.scdn.co@evil.com/",
    "https://evil.com@i.scdn.co/",
    "https://@i.scdn.co/",
    "https://user:word@i.scdn.co/",
    "https://evil.com\\@i.scdn.co/",
    "https:\\\\i.scdn.co\\image",
    "https://i.scdn.co\\.evil.com/",
    "https:/i.scdn.co/",
    "https:i.scdn.co/",
    "https://i。scdn。co/",
    "https://i．scdn．co/",
    "https://ⓘ.scdn.co/",
    "https://i.scdn.co%2eevil.com/",
    "https://i.scdn.co%00.evil.com/",
    "https://i.sc\tdn.co/",
    " https://i.scdn.co/",
    "https://i.scdn.co/\n",
    "https://evil.com/https://i.scdn.co/",
    "https://evil.com#.scdn.co",
    "https://evil.com?.scdn.co",
    "javascript:alert(1)//i.scdn.co",
    "data:image/png;base64,AAAA",
    "blob:https://i.scdn.co/x",
    "file:///etc/passwd",
  ])("refuses %j", (url) => {
    expect(isAllowedImage(url, usual.origins)).toBe(false);
  });

  it("takes a named port alone, the scheme's own where none is named, and any with :*", () => {
    expect(allows("http://127.0.0.1:4390", "http://127.0.0.1:4390/a")).toBe(true);
    expect(allows("http://127.0.0.1:4390", "http://127.0.0.1:4391/a")).toBe(false);
    expect(allows("http://127.0.0.1:4390", "http://127.0.0.1/a")).toBe(false);
    expect(allows("http://127.0.0.1", "http://127.0.0.1:80/a")).toBe(true);
    expect(allows("http://127.0.0.1:80", "http://127.0.0.1/a")).toBe(true);
    expect(allows("http://127.0.0.1:*", "http://127.0.0.1:65535/a")).toBe(true);
    expect(allows("http://127.0.0.1:*", "http://127.0.0.1/a")).toBe(true);
    expect(allows("http://[::1]:*", "http://[::1]:3000/a")).toBe(true);
    expect(allows("http://localhost:*", "http://127.0.0.1:3000/a")).toBe(false);
    expect(allows("https://covers.example:8443", "https://covers.example:8443/a")).toBe(true);
  });

  it("lets nothing in without origins", () => {
    expect(isAllowedImage("https://i.scdn.co/a", [])).toBe(false);
  });

  it("never throws, and what it lets in is fetched from a listed host", () => {
    const piece = fc.oneof(
      fc.constantFrom("https://", "http://", "i.scdn.co", "scdn.co", ".", "@", ":", "\\", "/", "#"),
      fc.constantFrom("evil.com", "443", "?", "%2e", "。", "\t", "*", "[::1]", "127.0.0.1", "xn--"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    const hostile = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((tail) => `https://i.scdn.co${tail}`),
        ),
        (url) => {
          if (!isAllowedImage(url, usual.origins)) return;
          const { protocol, hostname, port, username, password } = new URL(url);
          expect(protocol).toBe("https:");
          expect(hostname).toMatch(/^(?:[^.]+\.)+(?:scdn\.co|spotifycdn\.com)$/);
          expect(port + username + password).toBe("");
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("lets in no other host than the one named, whatever is appended to it", () => {
    const only = parseImageOrigins("https://i.scdn.co").origins;
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (tail) => {
        const url = `https://i.scdn.co${tail}`;
        if (isAllowedImage(url, only)) expect(new URL(url).host).toBe("i.scdn.co");
      }),
    );
  });
});
