import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOwnPost, originOf } from "./origins";
import { isFromThisMachine } from "./this-machine";

const HOSTS = ["site.example", "127.0.0.1:3000", "[::1]", "a b", "[", "%", "a:99999", "a@b", ""];
const text = fc.oneof(fc.constantFrom(...HOSTS), fc.string({ unit: "binary" }));
const NAMES = [
  "host",
  "origin",
  "sec-fetch-site",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
];
const headers = fc
  .dictionary(fc.constantFrom(...NAMES), text)
  .map((record) => ({ get: (name: string) => record[name] ?? null }));

describe("the headers of a request", () => {
  it("name an origin of the web or none, whatever they say", () => {
    fc.assert(
      fc.property(headers, (asked) => {
        const origin = originOf(asked);
        if (origin === undefined) return;
        expect(origin.protocol).toMatch(/^https?:$/);
        expect(origin.href).toBe(`${origin.origin}/`);
      }),
    );
  });

  it("make no form ours that another origin sent", () => {
    const others = fc.constantFrom("null", "https://evil.example", "https://site.example.evil");
    fc.assert(
      fc.property(headers, others, (asked, sender) => {
        const sent = {
          get: (name: string) => {
            if (name === "origin") return sender;
            return name === "host"
              ? "site.example"
              : name.startsWith("x-")
                ? null
                : asked.get(name);
          },
        };
        expect(isOwnPost("https://site.example", sent)).toBe(false);
        expect(isOwnPost(undefined, sent)).toBe(false);
      }),
    );
  });

  it("never throw where it is asked who sits at this machine", () => {
    fc.assert(
      fc.property(headers, (asked) => {
        const isHere = isFromThisMachine(asked);
        if (isHere)
          expect(originOf(asked)?.hostname).toMatch(/^(?:127\.0\.0\.1|\[::1\]|localhost)$/);
      }),
    );
  });
});
