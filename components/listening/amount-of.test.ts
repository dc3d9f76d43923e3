import { describe, expect, it } from "vitest";
import { amountOf } from "./amount-of";

const of = (text: string) => amountOf(text, [4, 8, 16]);

describe("amountOf", () => {
  it("grows with the text", () => {
    expect(of("")).toBe("little");
    expect(of("1234")).toBe("little");
    expect(of("12345")).toBe("some");
    expect(of("123456789")).toBe("much");
    expect(of("1234567890123456")).toBe("much");
    expect(of("12345678901234567")).toBe("most");
  });

  it("counts a wide letter as two", () => {
    expect(of("夜想")).toBe("little");
    expect(of("夜想曲")).toBe("some");
  });
});
