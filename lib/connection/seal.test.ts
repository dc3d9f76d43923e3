import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { createSeal } from "./seal";

const SECRET = new Secret("a secret of more than thirty-two characters");
const seal = createSeal(SECRET);

describe("the seal", () => {
  it("opens what it closed, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(seal.open(seal.close(text, "grant"), "grant")).toBe(text);
      }),
    );
  });

  it("opens after a restart, under the same secret and context only", () => {
    const sealed = seal.close("text", "grant");
    expect(createSeal(SECRET).open(sealed, "grant")).toBe("text");
    expect(createSeal(new Secret(`${SECRET.reveal()}!`)).open(sealed, "grant")).toBeUndefined();
    expect(seal.open(sealed, "session")).toBeUndefined();
  });

  it("notices any changed, added or missing character", () => {
    const sealed = seal.close("refresh-token", "grant");
    const place = fc.nat({ max: sealed.length - 1 });
    const piece = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("A", "=", ".", "-", "\n"));
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 3 }), piece, (at, cut, put) => {
        const changed = sealed.slice(0, at) + put + sealed.slice(at + cut);
        fc.pre(changed !== sealed);
        expect(seal.open(changed, "grant")).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
    expect(seal.open(`${sealed}.`, "grant")).toBeUndefined();
    expect(seal.open(`${sealed}=`, "grant")).toBeUndefined();
  });

  it("notices a change in each bit of each byte", () => {
    const sealed = seal.close("refresh-token", "grant");
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(seal.open(`v1.${changed.toString("base64url")}`, "grant")).toBeUndefined();
    }
  });

  it("takes as long to refuse a forgery that is nearly right as one that is not", () => {
    const sealed = Buffer.from(seal.close("x".repeat(200), "grant").slice(3), "base64url");
    const flip = (at: number) => {
      const forged = Buffer.from(sealed);
      forged[at] = (forged[at] ?? 0) ^ 1;
      return `v1.${forged.toString("base64url")}`;
    };
    // The tag is the 16 bytes after the 12 of the vector: wrong in its first byte, or in its last only.
    const [far, near] = [flip(12), flip(27)];
    const time = (forged: string) => {
      const started = performance.now();
      for (let turn = 0; turn < 20; turn++) seal.open(forged, "grant");
      return performance.now() - started;
    };
    const ratios = Array.from({ length: 400 }, () => time(near) / time(far));
    const median = ratios.toSorted((a, b) => a - b)[200] ?? NaN;
    expect(median).toBeGreaterThan(0.9);
    expect(median).toBeLessThan(1.1);
  });

  it("opens no garbage", () => {
    const encoded = fc.base64String().map((text) => `v1.${text}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), encoded), (text) => {
        expect(seal.open(text, "grant")).toBeUndefined();
      }),
    );
  });

  it("closes the same text differently each time, and shows none of it", () => {
    const closed = Array.from({ length: 50 }, () => seal.close("refresh-token", "grant"));
    expect(new Set(closed).size).toBe(50);
    for (const sealed of closed) {
      expect(sealed).not.toContain("refresh");
      expect(Buffer.from(sealed.slice(3), "base64url").toString("latin1")).not.toContain("refresh");
    }
  });
});
