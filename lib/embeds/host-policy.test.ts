import { describe, expect, it } from "vitest";
import { describeHostPolicy } from "./host-policy";
import { FACES } from "./snippets";
import type { Face } from "./snippets";

const COVERS = ["https://i.scdn.co", "https://*.scdn.co"];

const describeFor = (face: Face, home = "https://mara.test") =>
  describeHostPolicy(face, home, COVERS);

describe("the policy that a host page needs", () => {
  it("lets the element in, and asks nothing for styles", () => {
    expect(describeFor("element")).toBe(
      "script-src https://mara.test; connect-src https://mara.test; img-src https://mara.test https://i.scdn.co https://*.scdn.co",
    );
  });

  it("lets frames in by where they come from alone", () => {
    expect(describeFor("iframe")).toBe("frame-src https://mara.test");
    expect(describeFor("oembed")).toBe("frame-src https://mara.test");
  });

  it("lets pictures in from where they are drawn", () => {
    for (const face of ["markdown", "picture", "image"] as const) {
      expect(describeFor(face)).toBe("img-src https://mara.test");
    }
    expect(describeFor("badge")).toBe("img-src https://img.shields.io");
  });

  it("lets an app ask the site, and show the covers", () => {
    expect(describeFor("react")).toBe(
      "connect-src https://mara.test; img-src https://i.scdn.co https://*.scdn.co",
    );
  });

  it("names origins without a path, which a policy would read in its own way", () => {
    for (const face of FACES) {
      expect(describeFor(face, "https://mara.test/notes")).toBe(describeFor(face));
    }
  });
});
