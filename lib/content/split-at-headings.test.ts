import type { Element, Root } from "hast";
import { describe, expect, it } from "vitest";
import { splitAtHeadings } from "./split-at-headings";

function element(tagName: string, text: string, id?: string): Element {
  return {
    type: "element",
    tagName,
    properties: id ? { id } : {},
    children: [{ type: "text", value: text }],
  };
}

function root(...children: Root["children"]): Root {
  return { type: "root", children };
}

describe("a text that is parted at its headings", () => {
  it("keeps what stands before the first of them as a part without one", () => {
    const before = element("p", "Before");
    expect(splitAtHeadings(root(before))).toEqual([{ text: root(before) }]);
  });

  it("gives each heading what follows it, up to the next", () => {
    const first = element("p", "One");
    const second = element("h3", "Two");
    const parts = splitAtHeadings(
      root(element("h2", "Tools", "tools"), first, second, element("h2", "Type", "type")),
    );
    expect(parts).toEqual([
      { heading: root({ type: "text", value: "Tools" }), id: "tools", text: root(first, second) },
      { heading: root({ type: "text", value: "Type" }), id: "type", text: root() },
    ]);
  });

  it("makes no part of blank lines alone", () => {
    const blank = { type: "text" as const, value: "\n" };
    expect(splitAtHeadings(root(blank, element("h2", "Tools", "tools")))).toHaveLength(1);
  });
});
