import { describe, expect, it } from "vitest";
import { compileBody, findProblemsIn, render } from "./testing/compile";

describe("JSX in a post", () => {
  it("becomes plain elements, their attributes spelt as HTML spells them", async () => {
    expect(
      await render('An <abbr title="Cascading">CSS</abbr> <kbd className="a b">K</kbd>.'),
    ).toBe('<p>An <abbr title="Cascading">CSS</abbr> <kbd class="a b">K</kbd>.</p>');
  });

  it("draws, with attributes in either spelling", async () => {
    const html = await render(
      '<svg viewBox="0 0 10 10" role="img" aria-hidden={true}>\n  <title>\n    A "line"\n  </title>\n\n  <path d="M0 0" strokeWidth={2} stroke-linecap="round" clip-path="url(#c)" />\n  <text x="1">One <tspan>two</tspan> <tspan>three</tspan></text>\n</svg>',
    );
    expect(html).toBe(
      '<svg viewBox="0 0 10 10" role="img" aria-hidden="true"><title>A “line”</title><path d="M0 0" stroke-width="2" stroke-linecap="round" clip-path="url(#c)"></path><text x="1">One <tspan>two</tspan> <tspan>three</tspan></text></svg>',
    );
  });

  it("puts no paragraph where HTML has none", async () => {
    expect(
      await render("<figure>\n  <figcaption>\n    A *caption*\n  </figcaption>\n</figure>"),
    ).toBe("<figure><figcaption>A <em>caption</em></figcaption></figure>");
  });

  it("makes a figure of <Figure>, with Markdown in its caption", async () => {
    expect(
      await render(
        '<Figure caption="A *small* `sleeve`" wide>\n\n![A sleeve](/pictures/sleeve.png)\n\n</Figure>',
      ),
    ).toBe(
      '<figure data-figure="" data-wide=""><img src="/pictures/sleeve.png" alt="A sleeve" width="640" height="480" loading="lazy" decoding="async"><figcaption>A <em>small</em> <code>sleeve</code></figcaption></figure>',
    );
  });

  it("makes a note of <Callout>", async () => {
    expect(await render('<Callout label="By the way">\n\nIt is *said*.\n\n</Callout>')).toBe(
      '<aside data-callout="" role="note"><p data-label="">By the way</p><p>It is <em>said</em>.</p></aside>',
    );
  });

  it("keeps components by name, their values as data", async () => {
    const { tree } = await compileBody(
      '<Tempo beats={-120} on="x" names={["a", "b"]} deep={{ a: { b: null } }} />'.replace(
        ' on="x"',
        "",
      ),
    );
    expect(tree.children).toEqual([
      {
        type: "element",
        tagName: "Tempo",
        properties: { beats: -120, names: '["a","b"]', deep: '{"a":{"b":null}}' },
        children: [],
      },
    ]);
  });

  it("drops comments, and the paragraphs that were nothing else", async () => {
    expect(await render("One. {/* not this */}\n\n{/* nor this */}\n\nTwo.")).toBe(
      "<p>One. </p><p>Two.</p>",
    );
  });

  it("turns no quotes in code", async () => {
    expect(await render('"A" `"b"` <code>"c"</code> <kbd>"</kbd> -- d --- e')).toBe(
      '<p>“A” <code>"b"</code> <code>"c"</code> <kbd>"</kbd> – d — e</p>',
    );
  });

  it("lets braces and angles be written", async () => {
    expect(await render("A \\{brace} and \\<angle>.")).toBe("<p>A {brace} and &#x3C;angle>.</p>");
  });
});

describe("what would have to be run, or is refused", () => {
  it.each([
    ["import x from 'y'", "8:1", "a post is data"],
    ["export const a = 1", "8:1", "a post is data"],
    ["One.\n\n{process.env.SECRET}", "10:1", "would have to be run"],
    ["Two {1 + 1}.", "8:5", "would have to be run"],
    ["{'text'}", "8:1", "Write what it says"],
    ["<Nothing />", "8:1", "<Nothing> is no component. There are Figure, Callout, Tempo"],
    ["<a.b />", "8:1", "is no component"],
    ["<x:y />", "8:1", "is no component"],
    ["<>\n\na\n\n</>", "8:1", "groups nothing"],
    ["<Tempo {...all} />", "8:8", "write each attribute out"],
    ["<Tempo beats={60 * 2} />", "8:8", "only plain values are read"],
    ["<Tempo beats={() => 1} />", "8:8", "only plain values are read"],
    ["<Tempo beats={`${a}`} />", "8:8", "only plain values are read"],
    ["<Tempo beats={{ [a]: 1 }} />", "8:8", "only plain values are read"],
    ["<Tempo beats={{ get a() { return 1 } }} />", "8:8", "only plain values are read"],
    ['<Tempo onClick="x" />', "8:8", "runs no script"],
    ['A <b onclick="x()">b</b>', "8:6", "runs no script"],
    ['A <b style="color: red">b</b>', "8:6", "Content-Security-Policy forbids style"],
    ["A <b style={{ color: 1 }}>b</b>", "8:6", "Content-Security-Policy forbids style"],
    ['A <b wide="1">b</b>', "8:6", "no such attribute"],
    ['A <b id="x" id="y">b</b>', "8:13", "said twice"],
    ["A <b data-x={{ a: 1 }}>b</b>", "8:6", "expected text or a number"],
    ['A <a href={["javascript:a()"]}>b</a>', "8:6", "expected text or a number"],
    ['A <b dangerouslySetInnerHTML="x">b</b>', "8:6", "no such attribute"],
    ["<script>alert</script>", "8:1", "<script> is refused: a post is data, and runs no script"],
    ["<SCRIPT>a</SCRIPT>", "8:1", "is no component"],
    ['<iframe src="https://a.example" />', "8:1", "forbids frames of other sites. Link to it"],
    ["<style>a</style>", "8:1", "<style> is refused"],
    ["<h1>a</h1>", "8:1", "its only h1"],
    ["# A title", "8:1", "its only h1"],
    ["<figcation>a</figcation>", "8:1", "Check its spelling"],
    ["<rect />", "8:1", "belongs in <svg>"],
    ["<svg><div /></svg>", "8:6", "not known in <svg>"],
    ["<svg><foreignObject /></svg>", "8:6", "only shapes and text"],
    ["<svg><animate /></svg>", "8:6", "not known in <svg>"],
    ['<svg><path fill="url(https://a.example/x)" /></svg>', "8:12", "a part of the same page"],
    ['<svg><use href="/sprite.svg#a" /></svg>', "8:6", "a part of the same page"],
    ["<svg>\n\n- a\n\n</svg>", "10:1", "Markdown is not read in <svg>"],
    ['<img src="/pictures/sleeve.png" alt="a" srcset="https://a.example 2x" />', "8:41", "fetch"],
    ["<Figure caption={7}>\n\na\n\n</Figure>", "8:9", 'it knows caption="…" and wide'],
    ['<Figure caption="a" class="x">\n\na\n\n</Figure>', "8:21", "it knows"],
    ['<Figure caption="# a">\n\na\n\n</Figure>', "8:9", "expected one line of text"],
    ['<Figure caption="a <b>c</b>">\n\na\n\n</Figure>', "8:9", "is refused in an attribute"],
    ['<Callout label="a" />', "8:1", "is empty"],
    ["A <figure>b</figure>", "8:3", "cannot stand within a line of text"],
    ["<summary>\n\na\n\nb\n\n</summary>", "8:1", "holds a line of text and nothing more"],
    ["An <open tag", "8:13", "Where a brace or a < is meant as text"],
    ["A {brace", "8:9", "Where a brace or a < is meant as text"],
    ["import this into your heart", "8:8", "A line that begins with import"],
  ])("%s", async (body, place, message) => {
    const problems = await findProblemsIn(body);
    const found = problems.find((problem) => problem.includes(message));
    expect(found ?? problems).toContain(message);
    expect(found).toContain(`a-post.mdx:${place} `);
  });
});
