import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { dressProse } from "./dress-prose";

const WORDS = { copy: "Copy", copied: "Copied" };

function element(
  tagName: string,
  properties: Element["properties"],
  ...children: ElementContent[]
): Element {
  return { type: "element", tagName, properties, children };
}

const text = (value: string): ElementContent => ({ type: "text", value });

const link = (href: string) => element("a", { href }, text("x"));

function dress(...children: Element[]): string {
  const tree: Root = { type: "root", children };
  return toHtml(dressProse(tree, WORDS));
}

describe("a text on a page", () => {
  it("has headings that link to themselves by their own words", () => {
    expect(dress(element("h2", { id: "tools" }, text("Tools & type")))).toBe(
      '<h2 id="tools"><a href="#tools">Tools &#x26; type</a></h2>',
    );
  });

  it("leaves a heading without an id as it is", () => {
    expect(dress(element("h3", {}, text("Notes")))).toBe("<h3>Notes</h3>");
  });

  it("has a button after each piece of code, wherever it stands", () => {
    const pre = element("pre", { tabIndex: 0 }, element("code", {}, text("<a>")));
    expect(dress(element("figure", {}, pre))).toBe(
      '<figure><div class="code"><pre tabindex="0"><code>&#x3C;a></code></pre><button type="button" class="code-copy" data-copied="Copied" aria-live="polite">Copy</button></div></figure>',
    );
  });

  it("leaves links to elsewhere and to places on the page alone", () => {
    expect(dress(link("https://example.com/"), link("#fn-1"), link("/writing/one"))).toBe(
      '<a href="https://example.com/">x</a><a href="#fn-1">x</a><a href="/writing/one">x</a>',
    );
  });

  it("does not change the tree that feeds and twins are made of", () => {
    const tree: Root = { type: "root", children: [element("h2", { id: "a" }, text("A"))] };
    const before = structuredClone(tree);
    dressProse(tree, WORDS);
    expect(tree).toEqual(before);
  });
});
