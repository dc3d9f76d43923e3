import { parseArgs } from "node:util";
import { dayIn } from "@/lib/content/day-in";
import { site } from "@/lib/site/site";
import { createPost } from "./new/create-post";
import { ROOT, fail } from "./project";

const HELP = `npm run new "A title"
npm run new -- --date 2026-12-24 "A title"

Begins a post in content/writing, as a draft.

  --date YYYY-MM-DD  the day on which it appears (today)
  --slug an-address  its address, if not the title
  --help             this`;

/** `npm run new`: the beginning of a post. */
function begin(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      date: { type: "string", default: dayIn(site.timeZone) },
      slug: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { date, slug } = values;
  const file = createPost({ title: positionals.join(" "), slug, date, root: ROOT });
  console.log(`${file}

It is a draft: npm run dev shows it, and nobody else sees it. Write the summary, which lists and
feeds show. When it is done, remove the line "draft: true"; it appears with the next deployment
on its date or after it.`);
}

try {
  begin();
} catch (error) {
  fail(error);
}
