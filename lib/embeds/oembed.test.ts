import { Ajv } from "ajv";
import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { answerOembed, describeDiscovery } from "./oembed";
import type { OembedFacts } from "./oembed";

const HOME = new URL("https://mara.test");

const FACTS: OembedFacts = {
  siteTitle: "Mara Lindqvist",
  authorName: "Mara Lindqvist",
  words: {
    title: "What Mara Lindqvist is listening to",
    link: "Listening, with Mara Lindqvist",
    frame: "Now playing on Spotify",
    missingUrl: "Say which page.",
    unknownUrl: "There is nothing to embed at that address.",
    unknownFormat: "Only JSON is served.",
  },
};

/** https://oembed.com, 2.3.4.4: what a rich answer must and may hold. */
const isRich = new Ajv({ allErrors: true }).compile({
  type: "object",
  required: ["type", "version", "html", "width", "height"],
  additionalProperties: false,
  properties: {
    type: { const: "rich" },
    version: { const: "1.0" },
    title: { type: "string" },
    author_name: { type: "string" },
    author_url: { type: "string", pattern: "^https?://" },
    provider_name: { type: "string" },
    provider_url: { type: "string", pattern: "^https?://" },
    cache_age: { type: "integer", minimum: 0 },
    width: { type: "integer", minimum: 1 },
    height: { type: "integer", minimum: 1 },
    html: { type: "string", minLength: 1 },
  },
});

function ask(parameters: Readonly<Record<string, string>>, home = HOME, facts = FACTS) {
  return answerOembed(new URLSearchParams(parameters), home, facts);
}

function embed(parameters: Readonly<Record<string, string>> = {}, home = HOME, facts = FACTS) {
  const { status, body } = ask({ url: home.href, ...parameters }, home, facts);
  if (status !== 200) throw new Error(body.error);
  return body;
}

const statusOf = (url: string, home = HOME) => ask({ url }, home).status;

function parse(html: string) {
  const { document } = new Window();
  document.body.innerHTML = html;
  return {
    elements: [...document.body.querySelectorAll("*")],
    tags: [...document.body.querySelectorAll("*")].map(({ tagName }) => tagName.toLowerCase()),
    link: document.querySelector("blockquote > a"),
    frame: document.querySelector("iframe"),
  };
}

describe("the oEmbed endpoint", () => {
  it("offers the frame for the site's front page", () => {
    const body = embed();
    expect(isRich(body)).toBe(true);
    expect(body).toMatchObject({
      title: "What Mara Lindqvist is listening to",
      author_name: "Mara Lindqvist",
      author_url: "https://mara.test/",
      provider_url: "https://mara.test/",
      width: 480,
      height: 152,
    });
    const { link, frame } = parse(body.html);
    expect(link?.getAttribute("href")).toBe("https://mara.test/");
    expect(link?.textContent).toBe("Listening, with Mara Lindqvist");
    expect(frame?.getAttribute("src")).toBe("https://mara.test/embed?size=card");
    expect(frame?.getAttribute("width")).toBe("480");
    expect(frame?.getAttribute("height")).toBe("152");
    expect(frame?.getAttribute("title")).toBe("Now playing on Spotify");
  });

  it("knows the page about the music, and links to it", () => {
    const body = embed({ url: "https://mara.test/listening/?from=mail#now" });
    expect(parse(body.html).link?.getAttribute("href")).toBe("https://mara.test/listening");
  });

  it("takes an address by http or https, with any query, and a slash or none", () => {
    for (const url of ["https://mara.test", "http://mara.test/?a=b", "https://MARA.test:443/#x"]) {
      expect(statusOf(url)).toBe(200);
    }
    const local = new URL("http://127.0.0.1:3000");
    expect(statusOf("http://127.0.0.1:3000/listening", local)).toBe(200);
    expect(statusOf("http://127.0.0.1/listening", local)).toBe(404);
  });

  it("stays below the path that the site lives at", () => {
    for (const home of [new URL("https://mara.test/notes"), new URL("https://mara.test/notes/")]) {
      expect(statusOf("https://mara.test/notes", home)).toBe(200);
      expect(statusOf("https://mara.test/notes/listening", home)).toBe(200);
      expect(statusOf("https://mara.test/", home)).toBe(404);
      expect(statusOf("https://mara.test/listening", home)).toBe(404);
      const { html, provider_url } = embed({}, home);
      expect(provider_url).toBe("https://mara.test/notes");
      expect(parse(html).frame?.getAttribute("src")).toBe(
        "https://mara.test/notes/embed?size=card",
      );
    }
  });

  it.each([
    "https://mara.test/writing",
    "https://mara.test/listening/more",
    "https://mara.test//",
    "https://mara.test//listening",
    "https://mara.test:8443/",
    "https://mara.test:80/",
    "https://mara.test.evil.test/",
    "https://mara.test@evil.test/",
    "https://mara@mara.test/",
    "https://:word@mara.test/",
    "https://evil.test/",
    "ftp://mara.test/",
    "javascript:alert(1)",
    "//mara.test/",
    "/listening",
    "mara.test",
  ])("has nothing for %s", (url) => {
    expect(ask({ url })).toEqual({ status: 404, body: { error: FACTS.words.unknownUrl } });
  });

  it("asks for an address where there is none", () => {
    const missing = { status: 400, body: { error: FACTS.words.missingUrl } };
    expect(ask({})).toEqual(missing);
    expect(ask({ url: "" })).toEqual(missing);
  });

  it("speaks JSON only, whatever the page", () => {
    const unsupported = { status: 501, body: { error: FACTS.words.unknownFormat } };
    for (const format of ["xml", "JSON", "", "jsonp"]) {
      expect(ask({ url: HOME.href, format })).toEqual(unsupported);
      expect(ask({ url: "https://evil.test", format })).toEqual(unsupported);
      expect(ask({ format })).toEqual(unsupported);
    }
    expect(ask({ url: HOME.href, format: "json" }).status).toBe(200);
  });

  it.each([
    [{}, { width: 480, height: 152, size: "card" }],
    [{ maxwidth: "300" }, { width: 300, height: 152, size: "card" }],
    [{ maxwidth: "600" }, { width: 600, height: 152, size: "card" }],
    [
      { maxwidth: "1200", maxheight: "1000" },
      { width: 640, height: 152, size: "card" },
    ],
    [{ maxheight: "152" }, { width: 480, height: 152, size: "card" }],
    [{ maxheight: "151" }, { width: 480, height: 80, size: "compact" }],
    [{ maxheight: "80" }, { width: 480, height: 80, size: "compact" }],
    [
      { maxwidth: "1", maxheight: "1" },
      { width: 1, height: 1, size: "compact" },
    ],
    [
      { maxwidth: "0", maxheight: "-5" },
      { width: 480, height: 152, size: "card" },
    ],
    [
      { maxwidth: "1e2", maxheight: "80px" },
      { width: 480, height: 152, size: "card" },
    ],
    [{ maxwidth: "9".repeat(400) }, { width: 480, height: 152, size: "card" }],
  ])("keeps within %j", (limits, { width, height, size }) => {
    const body = embed(limits);
    expect(body).toMatchObject({ width, height });
    const { frame } = parse(body.html);
    expect(frame?.getAttribute("width")).toBe(`${width}`);
    expect(frame?.getAttribute("height")).toBe(`${height}`);
    expect(frame?.getAttribute("src")).toContain(`size=${size}`);
  });

  it("answers any request in one of the four ways, and never beyond the limits", () => {
    const limit = fc.oneof(fc.nat(2_000).map(String), fc.string(), fc.constantFrom("0x10", " 5"));
    const url = fc.oneof(fc.webUrl(), fc.string({ unit: "binary" }), fc.constant(HOME.href));
    const format = fc.oneof({ weight: 3, arbitrary: fc.constant("json") }, fc.string());
    fc.assert(
      fc.property(url, limit, limit, format, (url, maxwidth, maxheight, format) => {
        const { status, body } = ask({ url, maxwidth, maxheight, format });
        if (status !== 200) {
          expect([400, 404, 501]).toContain(status);
          expect(body).toEqual({ error: expect.stringMatching(/\.$/) });
          return;
        }
        expect(isRich(body)).toBe(true);
        expect(body.width).toBeLessThanOrEqual(readLimit(maxwidth, 640));
        expect(body.height).toBeLessThanOrEqual(readLimit(maxheight, 152));
      }),
      { numRuns: 3_000 },
    );
  });

  it("is one quotation and one frame of this site, whatever the site is called", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("</a></blockquote><script>", '" onload="alert(1)', "'><img src=x>", "<!--"),
    );
    fc.assert(
      fc.property(text, text, text, (link, frame, siteTitle) => {
        const words = { ...FACTS.words, link, frame };
        const { html } = embed({}, HOME, { ...FACTS, siteTitle, words });
        const parsed = parse(html);
        expect(parsed.tags).toEqual(["blockquote", "a", "iframe"]);
        expect(new URL(parsed.frame?.getAttribute("src") ?? "").origin).toBe(HOME.origin);
        const names = parsed.elements.flatMap((element) =>
          [...element.attributes].map(({ name }) => name),
        );
        expect(names.filter((name) => name.startsWith("on"))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the link by which the frame is found", () => {
  it("names the endpoint and the page, below the site's path", () => {
    const home = new URL("https://mara.test/notes");
    const href = describeDiscovery("/listening", home);
    expect(href).toBe(
      "https://mara.test/notes/api/oembed?url=https%3A%2F%2Fmara.test%2Fnotes%2Flistening",
    );
    expect(answerOembed(new URL(href).searchParams, home, FACTS).status).toBe(200);
  });
});

function readLimit(text: string, most: number): number {
  return /^\d+$/.test(text) && Number(text) > 0 ? Math.min(Number(text), most) : most;
}
