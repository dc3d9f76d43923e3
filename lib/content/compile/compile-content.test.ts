import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileContent } from "./compile-content";
import { OPTIONS, findProblemsIn, writePost } from "./testing/compile";

const written = writePost("written", "Text.", { date: "2026-11-20" });
const draft = writePost("secret-draft", "Unready words: zebrafish.", {
  title: "Confidential",
  tags: "[hush]",
  draft: true,
});
const ahead = writePost("secret-ahead", "Words of tomorrow: zebrafish.", {
  title: "Embargoed",
  tags: "[hush]",
  date: "2026-11-21",
});
const writing = [draft, written, ahead];

describe("what is compiled", () => {
  it("holds no word of a draft, nor of what is dated ahead", async () => {
    const built = JSON.stringify(await compileContent({ writing }, OPTIONS));
    expect(built).toContain("written");
    expect(built).not.toMatch(/zebrafish|Confidential|Embargoed|secret|hush/);
  });

  it("holds a post from its day on", async () => {
    const { posts } = await compileContent({ writing }, { ...OPTIONS, today: "2026-11-21" });
    expect(posts.map(({ slug, track }) => [slug, track])).toEqual([
      ["secret-ahead", "A2"],
      ["written", "A1"],
    ]);
  });

  it("holds everything where drafts are shown, and says which they are", async () => {
    const { posts } = await compileContent({ writing }, { ...OPTIONS, showDrafts: true });
    expect(posts.map(({ slug, draft: isDraft }) => [slug, isDraft])).toEqual([
      ["secret-ahead", false],
      ["written", false],
      ["secret-draft", true],
    ]);
  });

  it("sets quotes and dashes in titles and summaries as in the text", async () => {
    const [post] = (
      await compileContent(
        { writing: [writePost("a-post", "Text.", { title: `"It's -- *not* <b>"` })] },
        OPTIONS,
      )
    ).posts;
    expect(post?.title).toBe("It’s – *not* <b>");
  });

  it("is empty where nothing was written", async () => {
    const built = await compileContent({ writing: [] }, OPTIONS);
    expect(built.posts).toEqual([]);
    expect(built.uses.text).toBe("");
  });

  it("takes no front matter for the page of uses", async () => {
    const uses = { file: "content/uses.mdx", text: "---\ntitle: x\n---\n\nText.\n" };
    await expect(compileContent({ writing: [], uses }, OPTIONS)).rejects.toThrow("is for posts");
  });
});

describe("any text at all", () => {
  it("compiles, or is refused with a place in its file", async () => {
    const piece = fc.constantFrom(
      ..."# ## - > | [a] (b) [^a] [^a]: ![c](/d) <b> </b> <svg> </svg> <Figure> </Figure> { } {/**/} ` ``` ~~~ * _ ~ \\ & &#1; --- : import export".split(
        " ",
      ),
      "\n",
      "\n\n",
      " ",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const problems = await findProblemsIn(pieces.join(""));
        for (const problem of problems) expect(problem).toMatch(/^a-post\.mdx:\d+:\d+ /);
      }),
    );
  });
});
