import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "@/scripts/project";
import { findings } from "./findings";

/** The README, each run of spaces as one: its tables are padded. */
const readme = readFileSync(join(ROOT, "README.md"), "utf8").replace(/ +/g, " ");

it.each(Object.entries(findings))(
  "the README has %s in its table, word for word",
  (code, { cause, fix }) => {
    expect(readme).toContain(`| \`${code}\` | ${cause} | ${fix} |`);
  },
);
