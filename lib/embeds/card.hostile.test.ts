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

const NUMBER = /^\d+(?:\.\d+)?$/;
const FORMS: Readonly<Record<string, RegExp>> = {
  x: NUMBER,
  y: NUMBER,
  width: NUMBER,
  height: NUMBER,
  rx: NUMBER,
  "font-size": NUMBER,
  href: /^data:image\//,
  "clip-path": /^url\(#c\)$/,
  transform: /^(?:(?:translate|scale)\([\d. ]+\) ?)+$/,
};

/** What a card has in it that it should not have. */
function findHarm(svg: string): string[] {
  const harm: string[] = [];
  for (const { name, attributes, text } of readSvg(svg)) {
    const allowed = ATTRIBUTES[name];
    if (!allowed) harm.push(`<${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      const isFine = allowed?.includes(key) && (FORMS[key]?.test(value) ?? true);
      if (!isFine) harm.push(`${name} ${key}="${value}"`);
    }
    // Nothing that is published can end a rule, or name a file.
    if (name === "style" && /url\(|@import|NaN|Infinity|evil/.test(text)) harm.push(text);
  }
  return harm;
}

it("draws whatever is published as text, and as nothing else", { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(
      hostileBodies,
      sizes,
      fc.option(covers, { nil: undefined }),
      (body, asked, cover) => {
        expect(findHarm(drawCard(body, { words: WORDS, now: NOW, ...asked, cover }))).toEqual([]);
      },
    ),
    { numRuns: 5_000 },
  );
});

it(
  "is never larger than its budget, and leaves room for a cover",
  { timeout: 20_000 },
  async () => {
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
  },
);
