import { useId } from "react";
import type { Heading } from "@/lib/content/model";
import { writingStrings } from "@/lib/site/strings";

/** So few headings need no list of them. */
const FEWEST = 3;

/** The parts of a post. */
export function Contents({ headings }: { readonly headings: readonly Heading[] }) {
  // No word of a heading, for headings have those for their ids.
  const id = useId();
  const parts = headings.filter(({ depth }) => depth === 2);
  if (parts.length < FEWEST) return null;
  return (
    <nav className="post-contents" aria-labelledby={id}>
      <h2 id={id}>{writingStrings.contents}</h2>
      <ol>
        {parts.map((part) => (
          <li key={part.id}>
            <a href={`#${part.id}`}>{part.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
