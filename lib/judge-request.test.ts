import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeRequest } from "./judge-request";

const READING = "GET, HEAD, OPTIONS";

const judge = (method: string, url: string, headers = {}, basePath = "") =>
  judgeRequest({ method, url, headers }, basePath);

describe("a request", () => {
  it.each([
    ["GET", "/"],
    ["HEAD", "/now-playing.schema.json"],
    ["GET", "/writing/a%20post?x=%"],
    ["OPTIONS", "/api/now-playing"],
    ["POST", "/owner/sign-in?dialog=1"],
  ])("that asks for %s %s reaches Next", (method, url) => {
    expect(judge(method, url)).toBeUndefined();
  });

  it.each(["/writing/%", "/%ff", "/icons/%E0%A4%A", "/a#b", "*", "", "a", "http://%"])(
    "to %s, which is no path, is a bad one",
    (url) => {
      expect(judge("GET", url)).toEqual({ status: 400 });
    },
  );

  it.each([
    "/writing/%5Bslug%5D",
    "/writing/[slug]",
    "/_global-error",
    "/%5fglobal-error",
    "/./_global-error",
  ])("to %s, a name of Next's own, leads nowhere", (url) => {
    expect(judge("GET", url)).toEqual({ status: 404 });
  });

  it("writes where orders are taken, and nowhere else", () => {
    for (const url of ["/", "/owner", "/owner/a/b", "/widget", "/api/now-playing"])
      expect(judge("POST", url)).toEqual({ status: 405, allow: READING });
    for (const method of ["PUT", "TRACE", "BREW", "get"])
      expect(judge(method, "/owner/show")).toEqual({ status: 405, allow: `${READING}, POST` });
  });

  it("is told which methods there are, below /api by the route itself", () => {
    const told = { status: 204, allow: READING };
    expect(judge("OPTIONS", "/feed.xml")).toEqual(told);
    expect(judge("OPTIONS", "*")).toEqual(told);
  });

  it("has no body, declared or in chunks", () => {
    const coded = { "transfer-encoding": "chunked" };
    expect(judge("POST", "/owner/show", { "content-length": "0" })).toBeUndefined();
    expect(judge("POST", "/owner/show", { "content-length": "1" })).toEqual({ status: 413 });
    expect(judge("GET", "/", coded)).toEqual({ status: 413 });
  });

  it("is judged alike below a path of the site's own", () => {
    expect(judge("POST", "/notes/owner/show", {}, "/notes")).toBeUndefined();
    expect(judge("OPTIONS", "/notes/api/now-playing", {}, "/notes")).toBeUndefined();
    expect(judge("GET", "/notes/_global-error", {}, "/notes")).toEqual({ status: 404 });
  });

  it("never throws, and is let through only with a path that can be decoded", () => {
    const parts = fc.constantFrom("/", "%", "%2", "%41", "%ff", "?", "*", "[", "owner", "é");
    const urls = fc.oneof(fc.string(), fc.string({ unit: parts, minLength: 1 }));
    fc.assert(
      fc.property(fc.string(), urls, (method, url) => {
        if (judge(method, url) !== undefined) return;
        expect(() => decodeURIComponent(url.split("?", 1)[0] ?? "")).not.toThrow();
        expect(url.startsWith("/")).toBe(true);
      }),
    );
  });
});
