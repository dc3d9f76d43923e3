import { describe, expect, it } from "vitest";
import { compileContent } from "./compile-content";
import { OPTIONS, findProblems, findProblemsIn, render, writePost } from "./testing/compile";

const there = writePost("there", "## A part\n\nText.", { date: "2026-10-01" });
const draft = writePost("draft", "Text.", { draft: true });
const ahead = writePost("ahead", "Text.", { date: "2026-12-24" });

describe("links within the site", () => {
  it.each([
    "/writing/there",
    "/writing/there/",
    "/writing/there.md",
    "/writing/there#a-part",
    "/writing/there?from=here#a-part",
    "/writing/tags/type",
    "/writing",
    "/listening#anything",
    "#here",
    "/writing/here#here",
  ])("may lead to %s", async (href) => {
    expect(await findProblems(writePost("here", `## Here\n\n[a](${href})`), there)).toEqual([]);
  });

  it.each([
    ["/writing/their", "there is no such post. There are /writing/here, /writing/there"],
    ["/writing/draft", "content/writing/draft.mdx is a draft"],
    ["/writing/ahead", "content/writing/ahead.mdx is not there before 2026-12-24"],
    ["/writing/there#another", "nothing in content/writing/there.mdx has the id another"],
    ["#nowhere", "nothing in content/writing/here.mdx has the id nowhere; there are here"],
    ["/writing/there#%E0%A4", "nothing in"],
  ])("may not lead to %s", async (href, message) => {
    const here = writePost("here", `## Here\n\nOne [a](${href}).`);
    const [problem, ...others] = await findProblems(here, there, draft, ahead);
    expect(others).toEqual([]);
    expect(problem).toContain(`here.mdx:10:5 the link to ${href}: `);
    expect(problem).toContain(message);
  });

  it("are followed in captions, in definitions and in drawings", async () => {
    const problems = await findProblemsIn(
      '<Figure caption="[a](#x)">\n\n<svg><a href="#y"><text>b</text></a><use href="#z" /></svg>\n\n</Figure>\n\n[c][d]\n\n[d]: /writing/nothing',
    );
    expect(problems.map((problem) => problem.split(" ", 5).join(" "))).toEqual([
      "a-post.mdx:8:9 the link to #x:",
      "a-post.mdx:10:6 the link to #y:",
      "a-post.mdx:10:37 the link to #z:",
      "a-post.mdx:14:1 the link to /writing/nothing:",
    ]);
  });

  it("may lead anywhere from a draft", async () => {
    const text = "[a](/writing/nothing) [b](/writing/ahead) [c](#nowhere)";
    expect(await findProblems(writePost("here", text, { draft: true }), ahead)).toEqual([]);
  });

  it("from a post dated ahead are judged as of its day", async () => {
    const date = "2026-12-24";
    expect(await findProblems(writePost("here", "[a](/writing/ahead)", { date }), ahead)).toEqual(
      [],
    );
    expect(
      await findProblems(writePost("here", "[a](/writing/draft)", { date }), draft),
    ).toHaveLength(1);
  });

  it("are the same errors where drafts are shown", async () => {
    const writing = [writePost("here", "[a](/writing/draft)"), draft];
    await expect(compileContent({ writing }, { ...OPTIONS, showDrafts: true })).rejects.toThrow(
      "is a draft",
    );
  });

  it("are followed from and to the page of uses", async () => {
    await expect(compileBoth("[a](/uses#a-desk)", "## A desk")).resolves.toBeDefined();
    await expect(compileBoth("[a](/uses#a-chair)", "## A desk")).rejects.toThrow(
      "there are a-desk",
    );
    await expect(compileBoth("Text.", "[a](/writing/no)")).rejects.toThrow("content/uses.mdx:1:1");
  });

  it("to a page that cannot be read are no second problem", async () => {
    const problems = await findProblems(
      writePost("here", "[a](/writing/broken#part)"),
      writePost("broken", "{"),
    );
    expect(problems).toEqual([expect.stringContaining("broken.mdx")]);
  });
});

describe("links elsewhere", () => {
  it.each(["https://a.example/b", "http://a.example", "mailto:a@b.example", "tel:+123"])(
    "may lead to %s, as they are written",
    async (href) => {
      expect(await render(`[a](${href})`)).toBe(`<p><a href="${href}">a</a></p>`);
    },
  );

  it.each([
    ["javascript:alert(1)", "only http:"],
    ["JaVaScRiPt:alert(1)", "only http:"],
    ["data:text/html,x", "only http:"],
    ["vbscript:x", "only http:"],
    ["file:///etc/passwd", "only http:"],
    ["//a.example/b", "write https://"],
    ["next-post", "is relative to a page"],
    ["../writing/there", "is relative to a page"],
  ])("may not lead to %s", async (href, message) => {
    const [problem] = await findProblemsIn(`[a](<${href}>)`);
    expect(problem).toContain("a-post.mdx:8:1 the link");
    expect(problem).toContain(message);
  });

  it("are read as browsers read them, not as they look", async () => {
    for (const href of ["java&#10;script:alert(1)", " javascript:alert(1)", "&#1;javascript:a()"]) {
      expect(await findProblemsIn(`A <a href="${href}">b</a>`)).toEqual([
        expect.stringContaining("only http:"),
      ]);
    }
    expect(await findProblemsIn('<svg><a xlinkHref="javascript:a()"><g /></a></svg>')).toHaveLength(
      1,
    );
    expect(await findProblemsIn('A <a href="/\\a.example">b</a>')).toHaveLength(1);
    expect(await findProblemsIn('A <q cite="data:a">b</q>')).toHaveLength(1);
  });
});

function compileBoth(post: string, text: string) {
  const uses = { file: "content/uses.mdx", text };
  return compileContent({ writing: [writePost("here", post)], uses }, OPTIONS);
}
