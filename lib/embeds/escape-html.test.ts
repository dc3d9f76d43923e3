import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { escapeHtml } from "./escape-html";

const { document } = new Window();

/** What a browser reads between tags and in an attribute. */
function readBack(text: string): { readonly text: string; readonly attribute: string | null } {
  const holder = document.createElement("div");
  holder.innerHTML = `<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`;
  expect(holder.querySelectorAll("*")).toHaveLength(1);
  const paragraph = holder.querySelector("p");
  return {
    text: paragraph?.textContent ?? "",
    attribute: paragraph?.getAttribute("title") ?? null,
  };
}

describe("escapeHtml", () => {
  it("escapes what HTML reads", () => {
    expect(escapeHtml(`<a href="x" id='y'>&amp;`)).toBe(
      "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;",
    );
  });

  it("drops control characters and lone surrogates, and nothing else", () => {
    expect(escapeHtml("\u0000a\u0008\t\n\r\u0085\uD800b\uDFFF é 🎧 夜")).toBe("a\t\nb é 🎧 夜");
  });

  it("is text to whoever reads it, whatever it says", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 100 }),
      fc.constantFrom("</p><script>", '" onload="x', "&lt;", "&#60;", "<!--", "]]>"),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = text.replace(/[^\t\n\P{Cc}]/gu, "");
        expect(readBack(clean)).toEqual({ text: clean, attribute: clean });
      }),
      { numRuns: 500 },
    );
  });
});
