import { describe, expect, it } from "vitest";
import { BASE_PATH, at } from "./address";

describe("an address of the site", () => {
  it("is the path itself where the site lies at the root, as in these tests", () => {
    expect(BASE_PATH).toBe("");
    for (const path of ["/", "/go", "/writing?a=b#c"]) expect(at(path)).toBe(path);
  });

  it("lies below the base path where there is one", () => {
    expect(at("/go", "/notes")).toBe("/notes/go");
    expect(at("/writing?a=b#c", "/my/notes")).toBe("/my/notes/writing?a=b#c");
  });

  it("is the base path itself for the front page: with a slash behind it there is a redirect", () => {
    expect(["/", "/?a=b", "/#c"].map((path) => at(path, "/notes"))).toEqual([
      "/notes",
      "/notes?a=b",
      "/notes#c",
    ]);
  });

  it("stays as it is where it is of another site, or of the page", () => {
    for (const href of ["https://example.com/go", "//example.com/go", "#text", "mailto:a@b.test"])
      expect(at(href, "/notes")).toBe(href);
  });
});
