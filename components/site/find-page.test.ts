// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { findPage } from "./find-page";

beforeEach(() => {
  location.href = "https://example.com/writing/one?x=1";
});

function link(href: string, attributes = ""): Element {
  document.body.innerHTML = `<a href="${href}" ${attributes}><b>There</b></a>`;
  return document.body.querySelector("b") ?? document.body;
}

describe("where a click leads within the site", () => {
  it.each([
    ["/writing/two", "/writing/two"],
    ["/", "/"],
    ["/search?q=etag", "/search?q=etag"],
    ["/writing/two#notes", "/writing/two#notes"],
    ["https://example.com/uses", "/uses"],
  ])("is a page for %s", (href, page) => {
    expect(findPage(link(href))).toBe(page);
  });

  it.each([
    "https://example.org/",
    "mailto:hello@example.com",
    "#notes",
    "/writing/one?x=1#notes",
    "/feed.xml",
    "/writing/one.md",
    "/api/now-playing",
    "/go",
    "/owner",
  ])("is left to the browser for %s", (href) => {
    expect(findPage(link(href))).toBeUndefined();
  });

  it("is left to the browser where the link says how it opens", () => {
    expect(findPage(link("/uses", 'target="_blank"'))).toBeUndefined();
    expect(findPage(link("/uses", "download"))).toBeUndefined();
  });

  it("is nothing beside a link", () => {
    expect(findPage(document.body)).toBeUndefined();
    expect(findPage(null)).toBeUndefined();
  });

  it("is told without the base path, and is elsewhere outside it", () => {
    expect(findPage(link("/notes/uses"), "/notes")).toBe("/uses");
    expect(findPage(link("/notes"), "/notes")).toBe("/");
    expect(findPage(link("/uses"), "/notes")).toBeUndefined();
    expect(findPage(link("/notesbook"), "/notes")).toBeUndefined();
  });
});
