import { describe, expect, it } from "vitest";
import { cutAtWord } from "./cut-at-word";

describe("cutAtWord", () => {
  it("leaves alone what is short enough", () => {
    expect(cutAtWord("One two three", 13)).toBe("One two three");
  });

  it("cuts after a word, without what joined it to the next", () => {
    expect(cutAtWord("One two, three", 11)).toBe("One two…");
    expect(cutAtWord("One two – three", 12)).toBe("One two…");
  });

  it("cuts within a word that takes most of the room", () => {
    expect(cutAtWord("A Donaudampfschifffahrt", 12)).toBe("A Donaudamp…");
  });
});
