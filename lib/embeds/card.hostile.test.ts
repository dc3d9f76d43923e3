import fc from "fast-check";
import { expect, it } from "vitest";
import { drawCard } from "./card";
import { composeCard, MOST_CARD_BYTES } from "./compose-card";
import { NOW, WORDS } from "./testing/drawing";
import { covers, hostileBodies, sizes } from "./testing/hostile";
import { readSvg } from "./testing/read-svg";

/** All that a card is made of. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  svg: ["xmlns", "width", "height", "viewBox", "role", "aria-labelledby", "x", "y"],
  title: ["id"],
  desc: ["id"],
  style: [],
  rect: ["class", "x", "y", "width", "height", "rx", "fill", "transform"],
  clipPath: ["id"],
  image: ["x", "y", "width", "height", "preserveAspectRatio", "clip-path", "href"],
  text: ["class", "x", "y", "font-size", "font-weight", "direction", "text-anchor"],
  path: ["class", "transform", "d"],
};
const NUMBERS = new Set(["x", "y", "width", "height", "rx", "font-size"]);

function expectHarmless(svg: string): void {
  const elements = readSvg(svg);
  for (const { name, attributes, text } of elements) {
    expect(Object.keys(ATTRIBUTES)).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(ATTRIBUTES[name]).toContain(key);
      if (NUMBERS.has(key)) expect(value).toMatch(/^\d+(?:\.\d+)?$/);
      if (key === "href") expect(value).toMatch(/^data:image\//);
      if (key === "transform") expect(value).toMatch(/^(?:(?:translate|scale)\([\d. ]+\) ?)+$/);
    }
    // Nothing that is published can end a rule, or name a file.
    if (name === "style") expect(text).not.toMatch(/url\(|@import|NaN|Infinity|evil/);
  }
}

it("draws whatever is published as text, and as nothing else", () => {
  fc.assert(
    fc.property(
      hostileBodies,
      sizes,
      fc.option(covers, { nil: undefined }),
      (body, asked, cover) => {
        expectHarmless(drawCard(body, { words: WORDS, now: NOW, ...asked, cover }));
      },
    ),
    { numRuns: 3_000 },
  );
});

it("is never larger than its budget, and leaves room for a cover in any case", async () => {
  await fc.assert(
    fc.asyncProperty(hostileBodies, sizes, fc.boolean(), async (body, size, isWide) => {
      let room = 0;
      const { svg } = await composeCard(body, {
        words: WORDS,
        now: NOW,
        options: size,
        inlineCover: async (_, mostCharacters) => {
          room = mostCharacters;
          const uri = "data:image/webp;base64,".padEnd(mostCharacters, "A");
          return { cover: { uri, width: 128, height: isWide ? 41 : 128 }, isComplete: true };
        },
      });
      expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(MOST_CARD_BYTES);
      expect(room).toBeGreaterThan(4_000);
    }),
    { numRuns: 1_000 },
  );
});
