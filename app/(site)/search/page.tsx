import type { Metadata } from "next";
import { Finder } from "@/components/search/finder";
import { IndexList } from "@/components/search/index-list";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { searchIndex } from "@/lib/content/search-index-served";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { strings, writingStrings } from "@/lib/site/strings";
import "@/components/search/search.css";

const { words, entries } = searchIndex;

export const metadata: Metadata = {
  title: words.title,
  description: fill(words.description, { name: site.name }),
};

const PARTS = [
  { kind: "page", label: words.pages },
  { kind: "post", label: writingStrings.title },
  { kind: "project", label: strings.projects.title },
  { kind: "tag", label: writingStrings.subjects },
] as const;

/** Everything, as the index at the back of a book; with JavaScript, to be searched. */
export default function Search() {
  return (
    <>
      <Headline>{words.title}</Headline>
      <Finder words={words}>
        {PARTS.map(({ kind, label }) => {
          const listed = entries.filter((entry) => entry.kind === kind);
          if (listed.length === 0) return null;
          return (
            <Side key={kind} label={label}>
              <IndexList entries={listed} />
            </Side>
          );
        })}
      </Finder>
    </>
  );
}
