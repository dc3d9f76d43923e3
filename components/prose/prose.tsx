import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { dressProse } from "@/lib/content/dress-prose";
import { authorsComponents } from "@/lib/site/components";
import { writingStrings } from "@/lib/site/strings";
import { usesAny } from "./uses-any";

const WORDS = { copy: writingStrings.copy, copied: writingStrings.copied };

/**
 * Text of the author's, as it was compiled. It is plain HTML that React does not have to wake, unless it
 * uses components of the author's.
 */
export function Prose({ tree }: { readonly tree: Root }) {
  const dressed = dressProse(tree, WORDS);
  if (usesAny(dressed, authorsComponents)) return <div className="prose">{compose(dressed)}</div>;
  return <div className="prose" dangerouslySetInnerHTML={{ __html: toHtml(dressed) }} />;
}

/** A few words of such a text, to stand in a line. */
export function ProsePhrase({ tree }: { readonly tree: Root }) {
  return compose(tree);
}

function compose(tree: Root) {
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components: authorsComponents });
}
