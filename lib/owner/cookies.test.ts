import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eraseCookie, readCookie, writeCookie } from "./cookies";

/** As a seal writes it. */
const sealed = fc.string({ unit: fc.constantFrom(..."abzAZ09-_."), minLength: 1 });

describe("the owner's cookies", () => {
  it("are read back among any others, but for others of their name", () => {
    fc.assert(
      fc.property(sealed, fc.string(), fc.boolean(), (value, other, isSecure) => {
        const [pair] = writeCookie("session", value, { isSecure, maxAgeMs: 1 }).split(";");
        const noise = other.replaceAll("liner-notes-session", "");
        expect(readCookie(`${noise}; ${pair}`, "session", isSecure)).toBe(value);
        expect(readCookie(`${pair}; ${pair}`, "session", isSecure)).toBeUndefined();
        expect(readCookie(pair ?? "", "session", !isSecure)).toBeUndefined();
      }),
    );
  });

  it("take any header for what it is, and find no other's", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(readCookie(header, "known", true)).toBeUndefined();
      }),
    );
  });

  it("are for this host alone, out of the reach of scripts, and gone when erased", () => {
    const cookie = writeCookie("session", "a", { isSecure: true, maxAgeMs: 1_500 });
    expect(cookie.split("; ").slice(1).toSorted()).toEqual(
      ["HttpOnly", "Max-Age=1", "Path=/", "SameSite=Lax", "Secure"].toSorted(),
    );
    expect(cookie.startsWith("__Host-")).toBe(true);
    expect(eraseCookie("session", true)).toContain("Max-Age=0");
  });
});
