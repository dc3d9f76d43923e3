import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { slugify } from "@/lib/content/slugify";

export interface NewPost {
  readonly title: string;
  /** The address, where the title does not give it. */
  readonly slug?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The project's folder. */
  readonly root: string;
}

/**
 * Writes the beginning of a post, as a draft.
 *
 * @returns its file, relative to the project
 * @throws in a sentence, when it cannot be named, or is there already
 */
export function createPost({ title, slug, date, root }: NewPost): string {
  const name = title.trim().replaceAll(/\s+/g, " ");
  if (name === "" || name.length > 200) {
    throw new Error('Say the title, of 1 to 200 characters: npm run new "A title"');
  }
  if (!z.iso.date().safeParse(date).success) {
    throw new Error(`--date: found ${date}, expected a day that exists, written as 2026-11-20.`);
  }
  const address = slug ?? slugify(name);
  if (address === "") {
    throw new Error(
      "The title has no letter from a to z, and no digit, to make an address of. Say the address: npm run new -- --slug an-address …",
    );
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(address)) {
    throw new Error(`--slug: found ${address}, expected a-z, 0-9 and single dashes.`);
  }
  const file = `content/writing/${address}.mdx`;
  mkdirSync(join(root, "content/writing"), { recursive: true });
  write(join(root, file), file, compose(name, date));
  return file;
}

function compose(title: string, date: string): string {
  return `---
title: ${quote(title)}
date: ${date}
summary: "What a reader finds here, in a sentence or two."
tags: []
draft: true
---

Begin here.
`;
}

/** As Prettier quotes: JSON's texts are YAML's, too, but need more escapes. */
function quote(title: string): string {
  if (!title.includes('"') || title.includes("\\")) return JSON.stringify(title);
  return `'${title.replaceAll("'", "''")}'`;
}

/** Creates the file or leaves it alone, whoever else may be creating it. */
function write(path: string, file: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (!isThere) throw cause;
    throw new Error(`${file} is there already, and stays as it is. Say another --slug.`, { cause });
  }
}
