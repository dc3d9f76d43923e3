import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCardOptions, parseFaceOptions } from "./options";

const query = (text: string) => new URLSearchParams(text);

describe("the options of a face", () => {
  it("are their defaults where nothing is asked", () => {
    expect(parseFaceOptions(query(""))).toEqual({
      options: { theme: "auto", size: "compact", ground: "paper", preview: undefined },
      problems: [],
    });
    expect(parseCardOptions(query("")).options).toEqual({
      theme: "auto",
      width: 400,
      preview: undefined,
    });
  });

  it("are taken to the letter", () => {
    const asked = query("theme=dark&size=card&ground=transparent&preview=recent");
    expect(parseFaceOptions(asked).options).toEqual({
      theme: "dark",
      size: "card",
      ground: "transparent",
      preview: "recent",
    });
    expect(parseCardOptions(query("theme=light&width=640")).options).toMatchObject({
      theme: "light",
      width: 640,
    });
  });

  it("fall back to a default where they are not understood, and say what would be", () => {
    const { options, problems } = parseFaceOptions(query("theme=Dark&size=&preview=podcast"));
    expect(options).toMatchObject({ theme: "auto", size: "compact", preview: undefined });
    expect(problems).toEqual([
      { name: "theme", expected: "auto, light, dark" },
      { name: "size", expected: "compact, card" },
      { name: "preview", expected: "playing, paused, recent, idle, unavailable" },
    ]);
  });

  it("never give a width that the card is not drawn for", () => {
    for (const width of [
      "279",
      "641",
      "400.5",
      "4e2",
      "-400",
      "0x190",
      "",
      " 400",
      "99999999999",
    ]) {
      const { options, problems } = parseCardOptions(new URLSearchParams({ width }));
      expect(options.width).toBe(400);
      expect(problems).toEqual([{ name: "width", expected: "280 to 640" }]);
    }
  });

  it("are always of their vocabulary, whatever is asked", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (asked, value) => {
        const source = new URLSearchParams({ ...asked, theme: value, width: value });
        const { options } = parseCardOptions(source);
        expect(["auto", "light", "dark"]).toContain(options.theme);
        expect(options.width).toBeGreaterThanOrEqual(280);
        expect(options.width).toBeLessThanOrEqual(640);
      }),
      { numRuns: 2_000 },
    );
  });
});
