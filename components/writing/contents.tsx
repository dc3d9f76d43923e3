import type { Heading } from "@/lib/content/model";
import { writingStrings } from "@/lib/site/strings";

/** So few headings need no list of them. */
const FEWEST = 3;

/** The parts of a post. */
export function Contents({ headings }: { readonly headings: readonly Heading[] }) {
  const parts = headings.filter(({ depth }) => depth === 2);
  if (parts.length < FEWEST) return null;
  return (
    <nav className="post-contents" aria-labelledby="contents">
      <h2 id="contents">{writingStrings.contents}</h2>
      <ol>
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
