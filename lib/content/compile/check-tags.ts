import type { Tag } from "@/lib/content/model";
import type { Problem } from "./problems";

/** Two spellings of one tag would be two tags with one address. */
export function checkTags(
  posts: readonly { readonly file: string; readonly tags: readonly Tag[] }[],
): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, { file: string; name: string }>();
  for (const { file, tags } of posts) {
    for (const { slug, name } of tags) {
      const known = first.get(slug);
      if (known === undefined) first.set(slug, { file, name });
      else if (known.name !== name) {
        problems.push({
          file,
          message: `tags: found ${JSON.stringify(name)}, but ${known.file} spells it ${JSON.stringify(known.name)}; both have the address ${slug}. Spell them alike.`,
        });
      }
    }
  }
  return problems;
}
