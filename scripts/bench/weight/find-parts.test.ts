import { describe, expect, it } from "vitest";
import { delayScripts } from "@/scripts/delay-scripts";
import { sealPage } from "@/scripts/seal-page";
import { findScripts, findStyles } from "./find-parts";

const FIRST = "/_next/static/chunks/first.js";
const SECOND = "/_next/static/chunks/second.js";

const PAGE = [
  '<!DOCTYPE html><html><head><meta charSet="utf-8"/>',
  '<link rel="stylesheet" href="/_next/static/one.css?a=1&amp;b=2" data-precedence="next"/>',
  `<link rel="preload" as="script" fetchPriority="low" href="${FIRST}"/>`,
  `<script src="${FIRST}" async=""></script>`,
  '<script src="/_next/static/chunks/old.js" noModule=""></script>',
  '<script src="/author.js" async=""></script>',
  `</head><body><script src="${FIRST}" async=""></script>`,
  `<script src="${SECOND}" async=""></script><script>one(["two"])</script></body></html>`,
].join("");

describe("the scripts of a built page", () => {
  it("are those of its tags, each once, without those for old browsers", () => {
    expect(findScripts(PAGE)).toEqual([FIRST, "/author.js", SECOND]);
  });

  it("are the same once they wait for the page to be painted", () => {
    const delayed = sealPage(delayScripts(PAGE));
    expect(delayed).not.toContain(`src="${FIRST}"`);
    expect(findScripts(delayed).toSorted()).toEqual(findScripts(PAGE).toSorted());
  });

  it("are none where a page has none", () => {
    expect(findScripts("<html><body><script>one()</script></body></html>")).toEqual([]);
  });
});

describe("the style sheets of a built page", () => {
  it("are those that it links to, by the address that is asked for", () => {
    expect(findStyles(PAGE)).toEqual(["/_next/static/one.css?a=1&b=2"]);
  });
});
