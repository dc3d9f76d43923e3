import { describe, expect, it } from "vitest";
import { isPublished } from "./is-published";

const visitors = { today: "2026-11-20", showDrafts: false };

describe("a post", () => {
  it("is published from its date on", () => {
    expect(isPublished({ date: "2026-11-19", draft: false }, visitors)).toBe(true);
    expect(isPublished({ date: "2026-11-20", draft: false }, visitors)).toBe(true);
    expect(isPublished({ date: "2026-11-21", draft: false }, visitors)).toBe(false);
  });

  it("is not published as a draft, however old", () => {
    expect(isPublished({ date: "1999-01-01", draft: true }, visitors)).toBe(false);
  });

  it("is always there for its author", () => {
    const author = { ...visitors, showDrafts: true };
    expect(isPublished({ date: "2026-11-21", draft: true }, author)).toBe(true);
  });
});
