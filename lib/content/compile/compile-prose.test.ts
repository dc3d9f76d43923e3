import { describe, expect, it } from "vitest";
import { compileBody, findProblemsIn, render } from "./testing/compile";

describe("headings", () => {
  it("have ids of their own, and are listed", async () => {
    const { headings } = await compileBody(
      '## The "end"\n\n### Of it\n\n#### Not listed\n\n## The "end"',
    );
    expect(headings).toEqual([
      { depth: 2, id: "the-end", text: "The “end”" },
      { depth: 3, id: "of-it", text: "Of it" },
      { depth: 2, id: "the-end-1", text: "The “end”" },
    ]);
  });

  it("are listed without the marks of notes, and without the notes' own", async () => {
    const { headings } = await compileBody("## A `part`[^1]\n\n[^1]: Note.");
    expect(headings.map(({ text }) => text)).toEqual(["A part"]);
  });

  it("may not have the id that every page gives its text", async () => {
    expect(await findProblemsIn("## Text")).toEqual([
      'a-post.mdx:8:1 id="text" is that of the page: say it in other words.',
    ]);
  });

  it("may not take an id that something else has", async () => {
    expect(
      await findProblemsIn('## A part\n\n<section id="a-part">\n\nText.\n\n</section>'),
    ).toEqual(['a-post.mdx:10:1 id="a-part" is there twice.']);
  });
});

describe("notes", () => {
  it("lead there and back, in the words they are given", async () => {
    const html = await render("Text.[^a]\n\n[^a]: The *note*.");
    expect(html).toContain('<h2 id="footnote-label">Notes</h2>');
    expect(html).toContain('href="#fn-a" id="fnref-a"');
    expect(html).toContain('<li id="fn-a"><p>The <em>note</em>. <a href="#fnref-a"');
    expect(html).toContain('aria-label="Back to the text"');
  });

  it.each([
    ["Text.[^a]", "8:1 [^a]: there is no note of that name"],
    ["Text.\n\n[^a]: Note.", "10:1 [^a]: nothing in the text leads to this note"],
  ])("come in pairs: %j", async (body, message) => {
    expect(await findProblemsIn(body)).toEqual([expect.stringContaining(message)]);
  });
});

describe("tables", () => {
  const table = "| a | b |\n| :- | -: |\n| 1 | 2 |";

  it("scroll in a region that is named by the heading above, and no two alike", async () => {
    const html = await render(`## Costs\n\n${table}\n\n${table}`);
    expect(html).toContain(
      '<div role="region" aria-label="Costs" tabindex="0" data-table=""><table>',
    );
    expect(html).toContain('aria-label="Costs, 2"');
  });

  it("are named by a caption before that, and by a word where nothing names them", async () => {
    expect(await render(`<Figure caption="What *calls* cost">\n\n${table}\n\n</Figure>`)).toContain(
      'aria-label="What calls cost"',
    );
    expect(await render(table)).toContain('aria-label="Table"');
  });

  it("are aligned without a style attribute", async () => {
    const html = await render(table);
    expect(html).toContain('<td data-align="left">1</td><td data-align="right">2</td>');
    expect(html).not.toMatch(/ (?:style|align)=/);
  });
});

describe("lists", () => {
  it("of tasks cannot be ticked, and what was struck out is", async () => {
    expect(await render("- [x] ~~done~~\n- [ ] open")).toBe(
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> <del>done</del></li><li class="task-list-item"><input type="checkbox" disabled> open</li></ul>',
    );
  });
});

describe("pictures", () => {
  it("have the size of their file, and come when they are needed", async () => {
    expect(await render('![A "sleeve"](/pictures/sleeve.png "Front")')).toBe(
      '<p><img src="/pictures/sleeve.png" alt="A &#x22;sleeve&#x22;" width="640" height="480" loading="lazy" decoding="async" title="Front"></p>',
    );
  });

  it("may say nothing where they say that they are decoration", async () => {
    expect(await render('![](/pictures/sleeve.png "decorative")')).toContain('alt="" width');
  });

  it.each([
    ["![](/pictures/sleeve.png)", "has no description"],
    ["![ ](/pictures/sleeve.png)", "has no description"],
    ['<img src="/pictures/sleeve.png" />', "has no description"],
    ["![a](/pictures/none.png)", "there is no such picture in public/"],
    ["![a](https://a.example/b.png)", "the Content-Security-Policy allows the site's own only"],
    ["![a](//a.example/b.png)", "the Content-Security-Policy allows the site's own only"],
    ["![a](data:image/png;base64,AAAA)", "the Content-Security-Policy allows the site's own only"],
    ["![a](sleeve.png)", "is relative to a page"],
    ['<img src="https://a.example/b.png" alt="a" />', "lies elsewhere"],
  ])("are refused as %s", async (body, message) => {
    const [problem] = await findProblemsIn(`Text.\n\n${body}`);
    expect(problem).toContain("a-post.mdx:10:1 the picture");
    expect(problem).toContain(message);
  });
});

describe("the tree", () => {
  it("holds what is shown, and nothing of where it stood", async () => {
    const { tree } = await compileBody("A *b* **c**\n\n- d\n- e\n\n```ts\nlet a;\n```");
    expect(JSON.stringify(tree)).not.toMatch(/"position"|"data":|"value":"\\n"/);
  });

  it("keeps the space between words that end a line", async () => {
    expect(await render("- *a*\n  *b*")).toBe("<ul><li><em>a</em>\n<em>b</em></li></ul>");
  });
});

describe("what is read", () => {
  it("has neither code nor drawings nor marks", async () => {
    const { text, words } = await compileBody(
      "One `two`[^1]—*th*ree.\n\n```ts\nconst secret = 1;\n```\n\n<svg><title>A drawing</title><text>drawn</text></svg>\n\n- Four\n- Five\n\n[^1]: A note.",
    );
    expect(text).toBe("One two—three.\nFour\nFive\nA note.");
    expect(words).toBe(7);
  });

  it("is counted in scripts without spaces, too", async () => {
    expect((await compileBody("音楽を聴いています。")).words).toBeGreaterThan(2);
  });

  it("takes a minute for 230 words, and two seconds for a line of code", async () => {
    expect((await compileBody("word ".repeat(230))).seconds).toBe(60);
    expect((await compileBody("```text\na\n\nb\n```")).seconds).toBe(4);
  });
});

describe("the twin in Markdown", () => {
  it("is the source, to the letter", async () => {
    const body =
      'A "quote" -- *b* \\{c}[^1]\n\n```ts title="a.ts" {1}\n<Figure>{x}</Figure>\n```\n\n| a |\n| - |\n| b |\n\n[^1]: Note.';
    expect(await twin(body)).toBe(`${body}\n`);
  });

  it("says in Markdown what is JSX", async () => {
    expect(
      await twin(
        '{/* not this */}\n\n<Figure caption="A *caption*" wide>\n  <svg aria-label="A line">\n    <path d="M0 0" />\n  </svg>\n</Figure>\n\n<Callout label="By the way">\n  One.\n\n  ```ts\n    let a;\n  ```\n</Callout>\n\nPress <kbd>K</kbd>, {/* nor this */}<abbr title="x">CSS</abbr> <Tempo beats={1}>slow</Tempo><Tempo />.',
      ),
    ).toBe(
      "[A line]\n\n_A *caption*_\n\n> **By the way**\n>\n> One.\n>\n> ```ts\n>   let a;\n> ```\n\nPress `K`, CSS slow.\n",
    );
  });

  it("lists terms with what is said of them", async () => {
    const html =
      "<dl>\n  <dt>Desk</dt>\n  <dd>Of *oak*.</dd>\n  <dt>Lamp</dt>\n  <dd>Warm.</dd>\n</dl>";
    expect(await twin(html)).toBe("- **Desk**\n  Of *oak*.\n- **Lamp**\n  Warm.\n");
  });

  it("names a drawing by its title", async () => {
    expect(
      await twin(
        '<figure>\n  <svg aria-label="no"><g><title>A line</title></g></svg>\n  <figcaption>Words</figcaption>\n</figure>',
      ),
    ).toBe("[A line]\n\n_Words_\n");
  });
});

async function twin(body: string): Promise<string> {
  return (await compileBody(body)).markdown;
}
