import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanItem } from "./clean-item";
import { publish } from "./publish";
import { wildText } from "./testing/arbitraries";
import { expectContract } from "./testing/contract";
import { NOW, makeItem, playingTruth } from "./testing/made";

function cleanTitle(title: string): string | undefined {
  return cleanItem(makeItem({ title }))?.title;
}

function cleanArt(art: string): string | undefined {
  return cleanItem(makeItem({ art }))?.art;
}

describe("a cleaned item", () => {
  it.each([
    ["words in any script", "Ágætis byrjun · 残響 · رحلة", "Ágætis byrjun · 残響 · رحلة"],
    ["emoji of several parts", "👩‍👩‍👧‍👦 family", "👩‍👩‍👧‍👦 family"],
    ["markup, which each face escapes for itself", "<b>&amp;", "<b>&amp;"],
    ["spaces where they were", " Intro ", " Intro "],
  ])("keeps %s", (_, title, kept) => {
    expect(cleanTitle(title)).toBe(kept);
  });

  it.each([
    ["control characters", "a\u0000b\u001b[31mc\u009fd\u007f", "ab[31mcd"],
    ["line breaks, for a space", "one\r\n\ttwo", "one two"],
    ["lone halves of pairs", "a\ud83cb\udfb5c", "abc"],
  ])("loses %s", (_, title, kept) => {
    expect(cleanTitle(title)).toBe(kept);
  });

  it("is cut at 500 characters, but never through a pair", () => {
    expect(cleanTitle("a".repeat(900))).toBe("a".repeat(500));
    expect(cleanTitle("a".repeat(499) + "🎵🎵")).toBe("a".repeat(499));
    expect(cleanTitle("a".repeat(498) + "🎵🎵")).toBe("a".repeat(498) + "🎵");
  });

  it("has words that any encoder can send, at most 500 characters of them, whatever comes in", () => {
    fc.assert(
      fc.property(wildText, fc.array(wildText, { maxLength: 3 }), (text, artists) => {
        const item = cleanItem(makeItem({ title: text, artists, album: text, show: text }));
        if (item === undefined) return;
        for (const words of [item.title, ...item.artists, item.album, item.show]) {
          if (words === undefined) continue;
          expect(words).toMatch(/\S/);
          expect(words).not.toMatch(/\p{Cc}|\p{Cs}/u);
          expect(words.length).toBeLessThanOrEqual(500);
          expect(Buffer.from(words).toString()).toBe(words);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is the same when it is cleaned again", () => {
    fc.assert(
      fc.property(wildText, (title) => {
        const once = cleanTitle(title);
        if (once !== undefined) expect(cleanTitle(once)).toBe(once);
      }),
    );
  });

  it("is none without a word in its title, and has no names without a word", () => {
    expect(cleanItem(makeItem({ title: "\u0000 \n" }))).toBeUndefined();
    const item = cleanItem(makeItem({ artists: ["\u0007", "Björk"], album: " " }));
    expect(item).toMatchObject({ artists: ["Björk"], album: undefined });
  });
});

describe("an address", () => {
  it.each([
    ["https://i.scdn.co/image/ab67616d00001e02", "https://i.scdn.co/image/ab67616d00001e02"],
    ["http://127.0.0.1:4100/image/1?w=300", "http://127.0.0.1:4100/image/1?w=300"],
    ["http://[::1]:4100/image/1", "http://[::1]:4100/image/1"],
    ['https://i.scdn.co/image/"><script>', "https://i.scdn.co/image/%22%3E%3Cscript%3E"],
  ])("%s is published as %s", (art, published) => {
    expect(cleanArt(art)).toBe(published);
  });

  it.each([
    "javascript:alert(1)",
    "data:image/svg+xml,<svg/>",
    "/image/1",
    "https://user:secret@i.scdn.co/image/1",
    "https://i.scdn.co/image/100%",
    "https://i.scdn.co/image/#one#two",
    "",
  ])("that is no plain web address is left out: %s", (art) => {
    expect(cleanArt(art)).toBeUndefined();
  });

  it("never holds what could end an attribute, a string or a tag, and keeps the contract", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true }), wildText),
        wildText,
        (base, tail) => {
          const item = makeItem({ art: base + tail, artSmall: base + tail });
          const clean = cleanItem(item);
          expect(clean?.art ?? "").not.toMatch(/["<>\\`\s\p{Cc}]/u);
          if (clean) expectContract(publish(playingTruth({ item: clean }), undefined, NOW));
        },
      ),
      { numRuns: 500 },
    );
  });
});
