import fc from "fast-check";
import { Window } from "happy-dom";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { GROUNDS, SIZES, THEMES } from "./options";
import { FACES, writeSnippet } from "./snippets";
import type { Face, SnippetOptions } from "./snippets";

const HOME = "https://mara.test";
const WORDS = { picture: "What Mara is listening to", frame: "What Mara is listening to, framed" };
const RELEASE = { version: "1.0.0", integrity: "sha384-abc", gzipBytes: 4_000 };
const USUAL: SnippetOptions = { theme: "auto", size: "compact", ground: "paper", width: 400 };

const write = (face: Face, options: Partial<SnippetOptions> = {}, home = HOME) =>
  writeSnippet(face, home, { ...USUAL, ...options }, WORDS);

const { document } = new Window();

/** The elements of a snippet, in order, with all of their attributes. */
function parse(html: string): { name: string; attributes: Record<string, string> }[] {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return [...holder.querySelectorAll("*")].map((element) => ({
    name: element.tagName.toLowerCase(),
    attributes: Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name, value ?? ""]),
    ),
  }));
}

const namesOf = (html: string) => parse(html).map(({ name }) => name);

describe("a snippet", () => {
  it("is a frame that fits any page, in the scheme of its document", () => {
    expect(parse(write("iframe"))).toEqual([
      {
        name: "iframe",
        attributes: {
          src: "https://mara.test/embed",
          title: WORDS.frame,
          width: "100%",
          height: "80",
          frameborder: "0",
          style: "border:0;color-scheme:light dark",
          loading: "lazy",
          referrerpolicy: "no-referrer",
          sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        },
      },
    ]);
    const [frame] = parse(write("iframe", { theme: "dark", size: "card", ground: "transparent" }));
    expect(frame?.attributes).toMatchObject({
      src: "https://mara.test/embed?theme=dark&size=card&ground=transparent",
      height: "152",
      style: "border:0;color-scheme:dark",
    });
  });

  it("is an element that is a linked picture until its script runs", () => {
    const html = write("element", { size: "card", ground: "transparent" });
    expect(parse(html)).toEqual([
      {
        name: "now-playing",
        attributes: { src: HOME, size: "card", ground: "transparent" },
      },
      { name: "a", attributes: { href: "https://mara.test/go" } },
      {
        name: "img",
        attributes: {
          src: "https://mara.test/now-playing.svg",
          alt: WORDS.picture,
          width: "400",
          height: "80",
          loading: "lazy",
        },
      },
      { name: "script", attributes: { src: "https://mara.test/embed.js", async: "" } },
    ]);
  });

  it("takes a released script by its hash where one is asked for", () => {
    const script = parse(write("element", { release: RELEASE })).at(-1);
    expect(script).toEqual({
      name: "script",
      attributes: {
        src: "https://mara.test/embed/1.0.0.js",
        integrity: "sha384-abc",
        crossorigin: "",
        async: "",
      },
    });
  });

  it("is a picture with a link in Markdown", () => {
    expect(write("markdown")).toBe(
      "[![What Mara is listening to](https://mara.test/now-playing.svg)](https://mara.test/go)",
    );
    expect(write("markdown", { theme: "dark", width: 640 })).toContain(
      "(https://mara.test/now-playing.svg?theme=dark&width=640)",
    );
  });

  it("is two pictures for the visitor's two themes, whatever theme is chosen", () => {
    const html = write("picture", { theme: "dark", width: 300 });
    expect(namesOf(html)).toEqual(["a", "picture", "source", "img"]);
    expect(parse(html)[2]?.attributes).toEqual({
      media: "(prefers-color-scheme: dark)",
      srcset: "https://mara.test/now-playing.svg?theme=dark&width=300",
    });
    expect(parse(html)[3]?.attributes).toMatchObject({
      src: "https://mara.test/now-playing.svg?theme=light&width=300",
      width: "300",
      height: "80",
    });
    expect(write("picture", { theme: "light", width: 300 })).toBe(html);
  });

  it("is a badge that shields.io draws from the site's answer", () => {
    expect(write("badge")).toContain(
      "(https://img.shields.io/endpoint?url=https%3A%2F%2Fmara.test%2Fapi%2Fnow-playing%2Fbadge)",
    );
  });

  it("is an address for oEmbed, and a command and a component for React", () => {
    expect(write("oembed")).toBe("https://mara.test/listening");
    expect(write("react").split("\n")).toEqual([
      "npx shadcn@latest add https://mara.test/r/now-playing.json",
      "",
      'import { NowPlaying } from "@/components/now-playing";',
      "",
      '<NowPlaying src="https://mara.test/api/now-playing" />',
    ]);
  });

  it("keeps to the path that the site lives at, with a slash at its end or none", () => {
    for (const face of FACES) {
      const snippet = write(face, {}, "https://mara.test/notes");
      expect(snippet).toContain(
        face === "badge" ? "mara.test%2Fnotes%2Fapi" : "https://mara.test/notes",
      );
      expect(write(face, {}, "https://mara.test/notes/")).toBe(snippet);
      expect(write(face, {}, "https://mara.test/")).toBe(write(face));
    }
  });
});

/** What should be there of a snippet once it is parsed. */
const SHAPES: Partial<Record<Face, readonly string[]>> = {
  iframe: ["iframe"],
  element: ["now-playing", "a", "img", "script"],
  picture: ["a", "picture", "source", "img"],
  image: ["a", "img"],
};

const ATTRIBUTES =
  /^(src|srcset|media|href|alt|title|width|height|frameborder|style|loading|referrerpolicy|sandbox|theme|size|ground|integrity|crossorigin|async)$/;

const hostileText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."\"'`<>()[]{}\\&!*_~|:;\n\r\t\u0000\u2028\u202e\uD800",
        "](javascript:alert(1))",
        "</iframe><script>",
        '" onload="alert(1)',
        "![x](y)",
        "&quot;",
        "https://evil.test",
        "www.evil.test",
        "```",
        "<!--",
        "word",
        " ",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

/** Addresses whose path may be anything. */
const hostileHome = hostileText.map((text) => `https://mara.test/${text}`);

const anyOptions: fc.Arbitrary<SnippetOptions> = fc.record({
  theme: fc.constantFrom(...THEMES),
  size: fc.constantFrom(...SIZES),
  ground: fc.constantFrom(...GROUNDS),
  width: fc.integer({ min: 280, max: 640 }),
  release: fc.constantFrom(undefined, RELEASE),
  // What the page knows beside, and no snippet may tell.
  preview: fc.constantFrom("playing", "idle"),
});

const everything = [
  fc.constantFrom(...FACES),
  hostileHome,
  anyOptions,
  fc.record({ picture: hostileText, frame: hostileText }),
] as const;

/** As a reader of Markdown or HTML sees it. */
const settle = (text: string) => text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, "");

describe("a snippet, whatever it is made of", () => {
  it("has the elements of its face, and no handler, script or address of anybody else", () => {
    fc.assert(
      fc.property(...everything, (face, home, options, words) => {
        const shape = SHAPES[face];
        if (shape === undefined) return;
        const elements = parse(writeSnippet(face, home, options, words));
        expect(elements.map(({ name }) => name)).toEqual(shape);
        for (const { name, attributes } of elements) {
          for (const [key, value] of Object.entries(attributes)) {
            expect(key).toMatch(ATTRIBUTES);
            if (/^(src|srcset|href)$/.test(key)) {
              expect(new URL(value).origin).toBe(HOME);
              expect(value).toMatch(/^[!-~]+$/);
            }
          }
          if (name === "img") expect(settle(attributes.alt ?? "")).toBe(settle(words.picture));
          if (name === "iframe") expect(settle(attributes.title ?? "")).toBe(settle(words.frame));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("is one linked picture to whoever reads its Markdown", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("markdown" as const, "badge" as const),
        hostileHome,
        anyOptions,
        fc.record({ picture: hostileText, frame: hostileText }),
        (face, home, options, words) => {
          const html = marked.parse(writeSnippet(face, home, options, words), { async: false });
          const elements = parse(html);
          expect(elements.map(({ name }) => name)).toEqual(["p", "a", "img"]);
          const [, link, image] = elements;
          expect(new URL(link?.attributes.href ?? "").origin).toBe(HOME);
          const { origin } = new URL(image?.attributes.src ?? "");
          expect(origin).toBe(face === "badge" ? "https://img.shields.io" : HOME);
          expect(settle(image?.attributes.alt ?? "")).toBe(settle(words.picture));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("tells no sample from the music", () => {
    fc.assert(
      fc.property(...everything, (face, _home, options, words) => {
        const plain = { picture: "", frame: "" };
        expect(writeSnippet(face, HOME, options, plain)).not.toContain("preview");
        expect(writeSnippet(face, HOME, options, words)).not.toContain("preview=");
      }),
      { numRuns: 1_000 },
    );
  });
});
