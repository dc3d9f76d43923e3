import { addressFrame } from "@/lib/embeds/addresses";
import { describeHostPolicy } from "@/lib/embeds/host-policy";
import type { Face } from "@/lib/embeds/snippets";
import { Copyable } from "./copyable";
import { readImageSources } from "./read-image-sources";
import { USUAL } from "./settings";
import { useAnswer } from "./use-answer";
import { useWords } from "./words";

/** The faces that show covers in the page itself. */
const WITH_COVERS: ReadonlySet<Face> = new Set(["element", "react"]);

/**
 * What the page around a face has to allow. Where covers come from is set where the site runs, not where
 * this page was made: the frame's document says it.
 */
export function Policy({ home, face }: { readonly home: string; readonly face: Face }) {
  const { policy: words, preview } = useWords();
  const hasCovers = WITH_COVERS.has(face);
  const { answer, hasFailed } = useAnswer(hasCovers ? addressFrame(home, USUAL) : undefined);
  if (hasFailed) return <p className="bd-text">{preview.failed}</p>;
  if (hasCovers && !answer) return null;
  const sources = answer ? readImageSources(answer.policy) : [];
  return (
    <Copyable name={words.name} text={describeHostPolicy(face, home, sources)} copy={words.copy} />
  );
}
