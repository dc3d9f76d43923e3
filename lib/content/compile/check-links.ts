import { isPublished } from "@/lib/content/is-published";
import type { Link } from "./collect-links";
import { reportTo } from "./problems";
import type { Problem } from "./problems";

/** What of a page decides which links may lead to it, and from it. */
export interface LinkedPage {
  readonly file: string;
  /** `/writing/<slug>` or `/uses`. */
  readonly path: string;
  /** undefined: always there. */
  readonly post?: { readonly date: string; readonly draft: boolean } | undefined;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly Link[];
}

/**
 * Follows every link from a page of content/ to another. What is published may not lead to what is not;
 * a draft may lead anywhere.
 *
 * @param today `YYYY-MM-DD`
 */
export function checkLinks(pages: readonly LinkedPage[], today: string): Problem[] {
  const problems: Problem[] = [];
  const byPath = new Map(pages.map((page) => [page.path, page]));
  for (const page of pages) {
    if (page.post?.draft) continue;
    // A post dated ahead is judged as of the day on which it appears.
    const day = [page.post?.date ?? today, today].toSorted().at(-1) ?? today;
    const report = reportTo(problems, page.file);
    for (const { href, at } of page.links) {
      const { path, id } = readTarget(href);
      const target = path === "" ? page : byPath.get(path);
      if (target === undefined) {
        if (isPost(path)) report(`the link to ${href}: there is no such post.`, at);
      } else if (target.post && !isPublished(target.post, { today: day, showDrafts: false })) {
        const state = target.post.draft ? "a draft" : `not there before ${target.post.date}`;
        report(`the link to ${href}: ${target.file} is ${state}.`, at);
      } else if (id !== "" && !target.ids.has(id)) {
        report(
          `the link to ${href}: nothing in ${target.file} has the id ${id}. ${listIds(target)}`,
          at,
        );
      }
    }
  }
  return problems;
}

/** The page and the part of it that a link names; the twin of a page has its parts, too. */
function readTarget(href: string): { path: string; id: string } {
  const [before = "", hash = ""] = href.split("#", 2);
  const path = decode(before.replace(/\?.*/s, "")).replace(/(?<=.)\/$|\.md$/, "");
  return { path, id: decode(hash) };
}

function isPost(path: string): boolean {
  return /^\/writing\/[^/.]+$/.test(path);
}

function listIds({ ids }: LinkedPage): string {
  return ids.size > 0 ? `There are ${[...ids].join(", ")}.` : "It has none.";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
