import type { ElementContent } from "hast";
import { describe, expect, it } from "vitest";
import { element } from "@/lib/content/testing/sample-post";
import { writeContent } from "./write-content";

const HOME = new URL("https://site.test/notes");
const PAGE = new URL("https://site.test/notes/writing/a-post");

function write(...children: ElementContent[]): string {
  return writeContent({ type: "root", children }, { home: HOME, page: PAGE });
}

const link = (href: string) => write(element("a", { href }, "x"));

describe("writeContent", () => {
  it("makes every address absolute: the site's below its path, others as the page reads them", () => {
    expect(link("/uses")).toBe('<a href="https://site.test/notes/uses">x</a>');
    expect(link("#fn-1")).toBe('<a href="https://site.test/notes/writing/a-post#fn-1">x</a>');
    expect(link("another")).toBe('<a href="https://site.test/notes/writing/another">x</a>');
    expect(link("//other.test/a")).toBe('<a href="https://other.test/a">x</a>');
    expect(link("https://other.test/a?b#c")).toBe('<a href="https://other.test/a?b#c">x</a>');
    expect(link("mailto:a@b.test")).toBe('<a href="mailto:a@b.test">x</a>');
    expect(write(element("img", { src: "/p.png", alt: "A" }))).toBe(
      '<img src="https://site.test/notes/p.png" alt="A">',
    );
  });

  it("leaves alone an address that is none", () => {
    expect(link("https://[")).toBe('<a href="https://[">x</a>');
  });

  it("keeps what the site's own components hold, without them", () => {
    expect(write(element("Tempo", { bpm: "96" }, element("p", {}, "Slow.")))).toBe("<p>Slow.</p>");
  });

  it("keeps code as text, without the colours that need our style", () => {
    const token = element("span", { className: ["tok-keyword"] }, "const");
    const code = element("code", { className: ["language-ts"] }, token, " a = 1 < 2;");
    expect(write(element("pre", { tabIndex: "0", dataLanguage: "ts" }, code))).toBe(
      "<pre><code>const a = 1 &#x3C; 2;</code></pre>",
    );
  });

  it("drops what runs or is pressed", () => {
    expect(
      write(
        element("p", { onClick: "x()" }, "Text", element("script", {}, "x()")),
        element("button", {}, "Copy"),
      ),
    ).toBe("<p>Text</p>");
  });

  it("leaves a drawing whole, for its parts refer to each other", () => {
    const drawing = element(
      "svg",
      { viewBox: "0 0 10 10", ariaLabelledBy: "title" },
      element("title", { id: "title" }, "A line"),
      element("use", { href: "#line", className: ["ink"] }),
      element("a", { href: "/uses" }, element("text", {}, "x")),
    );
    const svg = write(element("figure", { id: "figure-1" }, drawing));
    expect(svg).toContain('<use href="#line"></use>');
    expect(svg).toContain('<title id="title">');
    expect(svg).toContain('<a href="https://site.test/notes/uses">');
    expect(svg).toMatch(/^<figure>/);
  });
});
