// @vitest-environment happy-dom
import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { FACE_WORDS } from "@/lib/now-playing/testing/face-words";
import { describeSample, STATES } from "@/lib/now-playing/samples";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { buildFace } from "@/widget/build-face";
import { show } from "@/widget/show";
import { completeBrowser } from "@/widget/testing/browser";
import { siSpotify } from "simple-icons";
import { describeFramePolicy, drawFrame } from "./frame";
import { GROUNDS, SIZES, THEMES } from "./options";
import type { FaceOptions } from "./options";

const NOW = Date.UTC(2026, 10, 21, 12);
const OPTIONS: FaceOptions = { theme: "auto", size: "compact", ground: "paper" };
const PLAIN = "Mara Lindqvist. Software, typeset.";

function draw(published: NowPlaying, options = OPTIONS): string {
  return drawFrame(published, {
    options,
    words: FACE_WORDS,
    language: "en",
    plain: PLAIN,
    now: NOW,
  });
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

beforeEach(() => {
  completeBrowser();
});

describe("the iframe's document", () => {
  it("holds the same face that the script would draw, in every state", () => {
    for (const state of STATES) {
      const published = describeSample(state, "https://site.test/embed/sample.svg", NOW);
      const drawn = parse(draw(published)).querySelector("[part=card]");
      const built = buildFace(siSpotify.path);
      show(built, published, NOW, { words: FACE_WORDS, home: "https://site.test/", plain: PLAIN });
      expect(outline(drawn), state).toEqual(outline(built));
      for (const name of ["data-state", "data-item", "target"])
        expect(drawn?.getAttribute(name), `${state}: ${name}`).toBe(built.getAttribute(name));
      expect(leadsTo(drawn)).toBe(leadsTo(built));
    }
  });

  it("allows itself its own script and style, by their hashes, and nothing else of the kind", () => {
    for (const theme of THEMES) {
      const html = draw({ v: 1, state: "idle" }, { ...OPTIONS, theme });
      const policy = describeFramePolicy({ ...OPTIONS, theme }, ["https://i.scdn.co"]);
      for (const tag of ["script", "style"]) {
        const text = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(html)?.[1] ?? "";
        const hash = createHash("sha256").update(text).digest("base64");
        expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
      }
      expect(policy).toContain("frame-ancestors *");
      expect(policy).toContain("img-src 'self' https://i.scdn.co");
      expect(policy).not.toContain("unsafe");
    }
  });

  it(
    "takes any words for text: no script, no handler, no address but those of the item",
    {
      timeout: 30_000,
    },
    () => {
      const hostile = fc.oneof(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.constantFrom(
          "<script>alert(1)</script>",
          '"><img src=x onerror=alert(1)>',
          "</title></style><script>z</script>",
          "' onfocus='x' autofocus '",
          "&lt;script&gt;&#x3c;b>",
          "--><!--",
        ),
      );
      const options = fc.record({
        theme: fc.constantFrom(...THEMES),
        size: fc.constantFrom(...SIZES),
        ground: fc.constantFrom(...GROUNDS),
      });
      const published = fc
        .tuple(
          hostile,
          hostile,
          hostile,
          fc.constantFrom("track", "episode", "local"),
          fc.boolean(),
        )
        .map(([title, artist, show, kind, explicit]): NowPlaying =>
          Object.assign(
            { v: 1, state: "playing", kind, title, startedAt: NOW } as const,
            { url: "https://open.spotify.com/track/1" },
            { art: "https://i.scdn.co/image/1", artSmall: "https://i.scdn.co/image/2" },
            kind === "episode" ? { show } : { artists: [artist] },
            explicit ? ({ explicit } as const) : {},
          ),
        );
      const shape = shapeOf(parse(draw(describeSample("playing", "https://a.test/b", NOW))));
      fc.assert(
        fc.property(published, options, (published, options) => {
          const document = parse(draw(published, options));
          expect(shapeOf(document)).toEqual(shape);
          const nodes = [...document.querySelectorAll("*")];
          const names = nodes.flatMap((node) => node.getAttributeNames());
          expect(names.filter((name) => /^on|^style$/i.test(name))).toEqual([]);
          const addresses = nodes.flatMap((node) => [
            node.getAttribute("href"),
            node.getAttribute("src"),
          ]);
          for (const address of addresses) {
            if (address !== null)
              expect(address).toMatch(/^https:\/\/(open\.spotify\.com|i\.scdn\.co)\//);
          }
        }),
        { numRuns: 2_000 },
      );
    },
  );
});

function shapeOf(document: Document): string[] {
  return [...document.querySelectorAll("*")].map(({ tagName }) => tagName);
}

/** What a face's nodes show, in their order. */
function outline(card: Element | null): unknown[] {
  return [...(card?.querySelectorAll("*") ?? [])].map((node) => [
    node.tagName.toLowerCase(),
    node.getAttribute("part"),
    node.children.length === 0 ? node.textContent : "",
    node.getAttribute("src") || null,
    node.hasAttribute("hidden"),
    node.getAttribute("data-mark"),
    node.getAttribute("title") || null,
    node.getAttribute("dir"),
  ]);
}

function leadsTo(card: Element | null): string {
  return new URL(card?.getAttribute("href") ?? "about:blank", "https://site.test/").href;
}
