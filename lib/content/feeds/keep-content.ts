import type { Root } from "hast";
import { writeContent } from "./write-content";
import type { Place } from "./write-content";

/** The last that was written of each text: it takes milliseconds, and stays the same until the next build. */
const kept = new WeakMap<Root, { readonly place: string; readonly html: string }>();

/** As `writeContent`, but written once for all feeds, as long as the site is asked at one address. */
export function keepContent(tree: Root, at: Place): string {
  const place = `${at.home.href} ${at.page.href}`;
  const last = kept.get(tree);
  if (last?.place === place) return last.html;
  const html = writeContent(tree, at);
  kept.set(tree, { place, html });
  return html;
}
