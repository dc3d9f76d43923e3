import { toString } from "hast-util-to-string";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./code-languages";
import { compileBody, findProblemsIn, render } from "./testing/compile";

const fence = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\``;

describe("code", () => {
  it("is told apart by kind, and plain text is left plain", async () => {
    expect(await render(fence("ts", 'const a = "b"; // c'))).toBe(
      '<pre tabindex="0" data-language="ts"><code><span class="tok-keyword">const</span> a = <span class="tok-string">"b"</span>; <span class="tok-comment">// c</span></code></pre>',
    );
  });

  it("has one element for neighbours of one kind", async () => {
    const html = await render(fence("ts", "export async function a() {\n  // b\n  // c\n}"));
    expect(html.match(/tok-keyword/g)).toHaveLength(1);
    expect(html.match(/tok-comment/g)).toHaveLength(1);
  });

  it.each(LANGUAGES)("is set in %s to the letter", async (language) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(..."ab1 {}<>\"'/*#-+:;=&\n".split(""))),
        async (letters) => {
          const code = `a${letters.join("")}a`;
          const { tree } = await compileBody(fence(language, code));
          expect(toString(tree)).toBe(code);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("is text where no language is named", async () => {
    expect(await render(fence("", "<b>"))).toBe(
      '<pre tabindex="0" data-language="text"><code>&#x3C;b></code></pre>',
    );
  });

  it("has a caption and marked lines where it asks for them", async () => {
    expect(await render(fence('text title="a <b>.txt" {2-3,5}', "1\n2\n3\n4\n5"))).toBe(
      '<figure data-code=""><figcaption>a &#x3C;b>.txt</figcaption><pre tabindex="0" data-language="text"><code>1\n<mark>2\n3\n</mark>4\n<mark>5</mark></code></pre></figure>',
    );
  });

  it.each([
    ["cobol", "no such language. There are bash, css, diff"],
    ["constructor", "no such language"],
    ["ts showLineNumbers", 'expected title="file.ts" or {2,4-6}'],
    ["ts {0}", "line 0 is marked, of 1"],
    ["ts {2}", "line 2 is marked, of 1"],
    ["ts {a}", "{a} after the language"],
  ])("is refused as %s", async (info, message) => {
    expect(await findProblemsIn(fence(info, "a"))).toEqual([expect.stringContaining(message)]);
  });

  it("is named by its line", async () => {
    expect(await findProblemsIn(`One.\n\n${fence("cobol", "a")}`)).toEqual([
      expect.stringContaining("a-post.mdx:10:1 "),
    ]);
  });
});
