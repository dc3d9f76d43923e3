import { SiteLink } from "@/components/site/site-link";
import type { IndexEntry } from "@/lib/content/search-index";
import { EntryRow } from "./entry-row";

/** A part of the index, all of one kind. */
export function IndexList({ entries }: { readonly entries: readonly IndexEntry[] }) {
  return (
    <ol className="se-list">
      {entries.map((entry) => (
        <li key={`${entry.href} ${entry.title}`}>
          <SiteLink className="se-row" href={entry.href}>
            <EntryRow
              entry={entry}
              line={entry.line}
              aside={entry.kind === "post" ? entry.aside : undefined}
            />
          </SiteLink>
        </li>
      ))}
    </ol>
  );
}
