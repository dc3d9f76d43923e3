import { describe, expect, it } from "vitest";
import { describePagePolicy, writePolicy } from "./content-policy";

const policy = describePagePolicy({ imageSources: ["https://i.scdn.co", "https://*.scdn.co"] });

describe("a page's policy", () => {
  it("allows nothing that it does not name", () => {
    expect(policy["default-src"]).toEqual(["'none'"]);
  });

  it("lets covers come from the hosts it is given, and from nowhere else", () => {
    expect(policy["img-src"]).toEqual(["'self'", "https://i.scdn.co", "https://*.scdn.co"]);
  });

  it("allows neither eval nor inline styles, but in development", () => {
    expect(writePolicy(policy)).not.toContain("unsafe-eval");
    expect(policy["style-src"]).toEqual(["'self'"]);
    const inDevelopment = describePagePolicy({ imageSources: [], isDevelopment: true });
    expect(inDevelopment["script-src"]).toContain("'unsafe-eval'");
    expect(inDevelopment["style-src"]).toContain("'unsafe-inline'");
  });

  it("allows what the builder shows, for a page that changes in place keeps its policy", () => {
    expect(policy["frame-src"]).toEqual(["'self'"]);
  });

  it("lets nobody frame the page", () => {
    expect(policy["frame-ancestors"]).toEqual(["'none'"]);
  });
});

describe("a policy's header", () => {
  it("has the directives one after the other", () => {
    expect(writePolicy({ "default-src": ["'none'"], "img-src": ["'self'", "data:"] })).toBe(
      "default-src 'none'; img-src 'self' data:",
    );
  });

  it("takes a later policy's word for a directive", () => {
    expect(writePolicy({ "img-src": ["'self'"] }, { "img-src": ["data:"] })).toBe("img-src data:");
  });
});
