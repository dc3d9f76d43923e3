import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "./parse-front-matter";
import { reportTo } from "./problems";
import type { Problem } from "./problems";
import { findProblems, writePost } from "./testing/compile";

function read(yaml: string) {
  const problems: Problem[] = [];
  const facts = parseFrontMatter(`---\n${yaml}\n---\n\nText.\n`, reportTo(problems, "a.mdx"));
  return { facts, problems: problems.map(({ line, message }) => `${line}: ${message}`) };
}

const GOOD = "title: A title\ndate: 2026-11-20\nsummary: A summary.";

describe("front matter", () => {
  it("needs a title, a date and a summary, and nothing else", () => {
    expect(read(GOOD)).toEqual({
      facts: {
        title: "A title",
        date: "2026-11-20",
        summary: "A summary.",
        tags: [],
        draft: false,
      },
      problems: [],
    });
  });

  it("takes an update, tags and a draft", () => {
    const { facts } = read(`${GOOD}\nupdated: 2026-11-21\ntags: [Type & Sound, r&b]\ndraft: true`);
    expect(facts).toMatchObject({
      updated: "2026-11-21",
      tags: [
        { name: "Type & Sound", slug: "type-sound" },
        { name: "r&b", slug: "r-b" },
      ],
      draft: true,
    });
  });

  it.each([
    ["date: 2026-02-30", "a day that exists"],
    ["date: 20 November", "a day that exists"],
    ["date: 2026-11-20T10:00:00Z", "a day that exists"],
    ["title: 7", "found 7, expected one line of 1 to 200 characters"],
    ['title: "two\\nlines"', "expected one line"],
    ['title: "\\a bell"', "expected one line"],
    [`summary: ${"s".repeat(301)}`, "(301 characters), expected one line of 1 to 300"],
    ['summary: ""', 'found "", expected'],
    ["draft: yes", 'found "yes", expected true or false'],
    ["tags: type", 'found "type", expected a list of names'],
    ["tags: [1]", "expected a list of names"],
    ['tags: ["!?"]', "expected Latin letters or digits"],
    ["tags: [Type, type]", "keep one"],
    ["updated: 2026-11-19", "found 2026-11-19, expected 2026-11-20, the date, or later"],
    ["descripton: x", "no such field. There are title, date"],
  ])("names the line and the field of %s", (line, message) => {
    const [field = ""] = line.split(":");
    const others = GOOD.split("\n").filter((other) => !other.startsWith(`${field}:`));
    const { facts, problems } = read([...others, line].join("\n"));
    expect(facts).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${others.length + 2}: ${field}: `);
    expect(problems[0]).toContain(message);
  });

  it("says everything that is wrong at once", () => {
    const { problems } = read("date: never\nauthor: me");
    expect(problems.map((problem) => problem.split(" ").slice(0, 4).join(" "))).toEqual([
      "1: title: found nothing,",
      '2: date: found "never",',
      "1: summary: found nothing,",
      "3: author: no such",
    ]);
  });

  it.each([
    ["title: [", "2: front matter:"],
    ["title: a: b", "2: front matter:"],
    [`${GOOD}\ntitle: again`, "5: front matter: Map keys must be unique"],
    ["- a list", "1: front matter: expected fields"],
    ["", "title: found nothing"],
  ])("names the line where YAML cannot be read: %j", (yaml, message) => {
    expect(read(yaml).problems[0]).toContain(message);
  });

  it("evaluates no tags of YAML and follows no bombs of aliases", () => {
    expect(read(`${GOOD}\ntags: !!js/function "x"`).facts).toBeUndefined();
    const bomb = Array.from({ length: 9 }, (_, i) =>
      i === 0 ? "a0: &a0 [x, x]" : `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`,
    );
    expect(read(bomb.join("\n")).facts).toBeUndefined();
  });

  it("is missed where there is none", async () => {
    const text = "Only text.\n";
    expect(await findProblems({ file: "content/writing/a-post.mdx", text })).toEqual([
      expect.stringContaining("a-post.mdx:1:1 has no front matter"),
    ]);
  });
});

describe("the files of posts", () => {
  it.each(["A-Post", "a_post", "a post", "-a", "é"])("cannot be named %s", async (slug) => {
    expect(await findProblems(writePost(slug, "Text."))).toEqual([
      expect.stringContaining("the name of the file becomes an address"),
    ]);
  });

  it("cannot be named as the folder of the tags, where twin and picture would be a tag's", async () => {
    expect(await findProblems(writePost("tags", "Text."))).toEqual([
      expect.stringContaining("/writing/tags is where the tags are"),
    ]);
  });

  it("are told that only .mdx is read", async () => {
    const post = writePost("a-post", "Text.");
    expect(await findProblems({ ...post, file: "content/writing/a-post.md" })).toHaveLength(1);
  });

  it("are all named, each with all that is wrong in it", async () => {
    const problems = await findProblems(
      writePost("one", "# A title\n\n<Nothing />", { date: "2026-13-01" }),
      writePost("two", "{1 + 1}"),
    );
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "one.mdx:3:1",
      "one.mdx:8:1",
      "one.mdx:10:1",
      "two.mdx:8:1",
    ]);
  });

  it("may spell a tag in one way only, and both files are named", async () => {
    const [problem, ...others] = await findProblems(
      writePost("one", "Text.", { tags: "[Type setting]" }),
      writePost("two", "Text.", { tags: "[type-setting]" }),
    );
    expect(problem).toContain("two.mdx");
    expect(problem).toContain('content/writing/one.mdx spells it "Type setting"');
    expect(others).toEqual([]);
  });

  it("may end their lines as Windows does, and begin with a mark", async () => {
    const { file, text } = writePost("a-post", "Text.\n\n```ts\nlet a;\n```");
    const windows = `\ufeff${text.replaceAll("\n", "\r\n")}`;
    expect(await findProblems({ file, text: windows })).toEqual([]);
  });

  it("hold no control characters", async () => {
    expect(await findProblems(writePost("a-post", "A \u0008 bell."))).toEqual([
      "a-post.mdx:8:3 holds a control character: remove it.",
    ]);
  });
});
