import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { escapeJson } from "./escape-json";

const { document } = new Window();

describe("escapeJson", () => {
  it("is read back as it was, and ends no script", () => {
    const texts = fc.oneof(
      fc.constantFrom("</script><script>x()</script>", "<!--<script>", "\u2028\u2029", "]]>"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const json = escapeJson(JSON.stringify({ text }));
        expect(json).not.toMatch(/[<\u2028\u2029]/);
        const holder = document.createElement("div");
        holder.innerHTML = `<script type="application/ld+json">${json}</script>`;
        expect(holder.querySelectorAll("*")).toHaveLength(1);
        expect(JSON.parse(holder.textContent ?? "")).toEqual({ text });
      }),
    );
  });
});
