"use client";

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Side } from "@/components/site/side";
import { SiteLink } from "@/components/site/site-link";
import type { SearchIndex } from "@/lib/content/search-index";
import { EntryRow } from "./entry-row";
import { loadSearch } from "./load-search";
import type { Searching } from "./load-search";
import { phraseTotal } from "./phrase-total";
import { asksForSearch } from "./shortcut";
import { useQuery } from "./use-query";

interface FinderProps {
  readonly words: SearchIndex["words"];
  /** What stands there while nothing is looked for. */
  readonly children: ReactNode;
}

/** Searches where the whole index is at hand. */
export function Finder({ words, children }: FinderProps) {
  const field = useRef<HTMLInputElement>(null);
  const { query, change } = useQuery();
  const [searching, setSearching] = useState<Searching | "failed">();
  const isAsked = query.trim() !== "";

  useEffect(() => {
    if (!isAsked) return;
    loadSearch().then(setSearching, () => setSearching("failed"));
  }, [isAsked]);

  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (!asksForSearch(event)) return;
      // Before the palette opens: here is the field already.
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, []);

  const found = isAsked && typeof searching === "object" ? searching.search(query) : undefined;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- browsers of 2023 do not know <search> */}
      <form className="se-form" role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          ref={field}
          className="se-field"
          type="search"
          name="q"
          aria-label={words.field}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          value={query}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          onFocus={warm}
        />
        <output className="se-status">
          {found && phraseTotal(found.length, found.length, words)}
          {isAsked && searching === "failed" && words.failed}
        </output>
      </form>
      {found
        ? found.length > 0 && (
            <Side label={words.results}>
              <ol className="se-list">
                {found.map(({ entry, href, line, words }) => (
                  <li key={`${entry.kind} ${entry.href} ${entry.title}`}>
                    <SiteLink className="se-row" href={href}>
                      <EntryRow entry={entry} line={line} aside={entry.aside} words={words} />
                    </SiteLink>
                  </li>
                ))}
              </ol>
            </Side>
          )
        : children}
    </>
  );
}

/** Somebody is about to search. What fails now is told when they do. */
function warm(): void {
  loadSearch().catch(() => undefined);
}
