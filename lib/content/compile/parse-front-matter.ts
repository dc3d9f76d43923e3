import { VFile } from "vfile";
import { matter } from "vfile-matter";
import { z } from "zod";
import { slugify } from "@/lib/content/slugify";
import type { Tag } from "@/lib/content/model";
import type { Placed, Report } from "./problems";

/** What a post says of itself. */
export interface FrontMatter {
  readonly title: string;
  readonly date: string;
  readonly updated?: string | undefined;
  readonly summary: string;
  readonly tags: readonly Tag[];
  readonly draft: boolean;
}

/** Nothing that XML forbids, for feeds are made of it; and one line. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

const FIELDS = z.strictObject({
  title: line(200),
  date: z.iso.date(),
  updated: z.iso.date().optional(),
  summary: line(300),
  tags: z.array(line(60)).default([]),
  draft: z.boolean().default(false),
});

const DAY = "a day that exists, written as 2026-11-20";
const EXPECTED: Readonly<Record<string, string>> = {
  title: "one line of 1 to 200 characters",
  date: DAY,
  updated: DAY,
  summary: "one line of 1 to 300 characters",
  tags: "a list of names, such as [type, music]",
  draft: "true or false",
};

/** What `yaml` throws. */
const YAML_ERROR = z.object({
  message: z.string(),
  linePos: z.array(z.object({ line: z.number(), col: z.number() })).optional(),
});

/**
 * Reads what stands between `---` at the head of a post.
 *
 * @returns undefined when anything in it is wrong, which is then reported
 */
export function parseFrontMatter(text: string, report: Report): FrontMatter | undefined {
  if (!text.startsWith("---\n")) {
    report(
      "has no front matter. Begin it with a line of ---, title, date and summary, and another ---.",
      at(1),
    );
    return undefined;
  }
  const raw = readYaml(text, report);
  if (raw === undefined) return undefined;
  const parsed = FIELDS.safeParse(raw);
  if (!parsed.success) {
    const fields = parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")],
    );
    for (const field of new Set(fields)) reportField(field, raw, text, report);
    return undefined;
  }
  const { updated, date } = parsed.data;
  if (updated !== undefined && updated < date) {
    report(
      `updated: found ${updated}, expected ${date}, the date, or later.`,
      find("updated", text),
    );
    return undefined;
  }
  return readTags(parsed.data, text, report);
}

function readYaml(text: string, report: Report): unknown {
  const file = new VFile(text);
  try {
    matter(file, { yaml: { logLevel: "error" } });
    return file.data.matter;
  } catch (error) {
    const { message, linePos } = YAML_ERROR.parse(error);
    const [start] = linePos ?? [];
    const [reason = message] = message.split("\n");
    // The first line is the one of ---.
    report(`front matter: ${reason}`, at((start?.line ?? 0) + 1, start?.col));
    return undefined;
  }
}

function reportField(field: string, raw: unknown, text: string, report: Report): void {
  if (field === "") {
    report("front matter: expected fields, such as `title: A title`.", at(1));
    return;
  }
  const expected = EXPECTED[field];
  const place = find(field, text);
  if (expected === undefined) {
    report(`${field}: no such field. There are ${Object.keys(EXPECTED).join(", ")}.`, place);
    return;
  }
  const value = z.record(z.string(), z.unknown()).parse(raw)[field];
  report(`${field}: found ${describeValue(value)}, expected ${expected}.`, place);
}

function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  const length = typeof value === "string" ? ` (${value.length} characters)` : "";
  return text.length > 60 ? `${text.slice(0, 60)}…${length}` : text;
}

function readTags(
  fields: z.infer<typeof FIELDS>,
  text: string,
  report: Report,
): FrontMatter | undefined {
  const tags = fields.tags.map((name) => ({ name, slug: slugify(name) }));
  const place = find("tags", text);
  const bad = tags.filter(({ slug }, index) => {
    if (slug === "") return true;
    return tags.findIndex((other) => other.slug === slug) !== index;
  });
  for (const { name, slug } of bad) {
    report(
      slug === ""
        ? `tags: found ${JSON.stringify(name)}, expected Latin letters or digits in it: it becomes an address.`
        : `tags: found ${JSON.stringify(name)} beside another tag with the address ${slug}; keep one.`,
      place,
    );
  }
  return bad.length > 0 ? undefined : { ...fields, tags };
}

/** The line that a field begins. */
function find(field: string, text: string): Placed {
  const lines = text.split("\n");
  const end = lines.indexOf("---", 1);
  const index = lines.findIndex(
    (content, i) => i < end && content.replace(/\s*:.*/s, "").replaceAll(/["']/g, "") === field,
  );
  return at(index === -1 ? 1 : index + 1);
}

function at(line: number, column = 1): Placed {
  return { position: { start: { line, column } } };
}
