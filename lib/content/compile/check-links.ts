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
  /** undefined: the page could not be read. */
  readonly ids?: ReadonlySet<string> | undefined;
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
    const report = reportTo(problems, page.file);
    for (const { href, at } of page.links) {
      const { path, id } = readTarget(href);
      const target = path === "" ? page : byPath.get(path);
      const refusal =
        target === undefined
          ? refuseMissing(path, pages)
          : (refuseUnpublished(target, page, today) ?? refusePart(target, id));
      if (refusal !== undefined) report(`the link to ${href}: ${refusal}.`, at);
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

function refuseMissing(path: string, pages: readonly LinkedPage[]): string | undefined {
  if (!/^\/writing\/[^/.]+$/.test(path)) return undefined;
  const known = pages.filter(({ post }) => post).map((page) => page.path);
  return `there is no such post. There are ${known.join(", ")}`;
}

/** A post dated ahead is judged as of the day on which it appears. */
function refuseUnpublished(
  target: LinkedPage,
  { post }: LinkedPage,
  today: string,
): string | undefined {
  const day = post && post.date > today ? post.date : today;
  if (!target.post || isPublished(target.post, { today: day, showDrafts: false })) return undefined;
  const state = target.post.draft ? "a draft" : `not there before ${target.post.date}`;
  return `${target.file} is ${state}`;
}

function refusePart({ file, ids }: LinkedPage, id: string): string | undefined {
  if (id === "" || ids === undefined || ids.has(id)) return undefined;
  const known = ids.size > 0 ? `there are ${[...ids].join(", ")}` : "it has none";
  return `nothing in ${file} has the id ${id}; ${known}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
