import { describe, expect, it } from "vitest";
import { absolute } from "./absolute";

const ROOT = new URL("https://site.test");
const NOTES = new URL("https://site.test/notes/");

describe("absolute", () => {
  it("leads to a path of the site, wherever the site lies", () => {
    expect(absolute(ROOT, "/uses")).toBe("https://site.test/uses");
    expect(absolute(NOTES, "/uses?a=b#c")).toBe("https://site.test/notes/uses?a=b#c");
  });

  it("leads to the site itself, as it is served", () => {
    expect(absolute(ROOT, "/")).toBe("https://site.test/");
    expect(absolute(NOTES, "/")).toBe("https://site.test/notes");
  });

  it("never leaves the site", () => {
    expect(absolute(ROOT, "//evil.test/")).toBe("https://site.test//evil.test/");
  });

  it("encodes what an address cannot hold", () => {
    expect(absolute(ROOT, "/writing/über uns")).toBe("https://site.test/writing/%C3%BCber%20uns");
  });
});
