import type { Root } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { Components } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { authorsComponents } from "@/lib/site/components";
import { CodeBlock } from "./code-block";
import { Picture } from "./picture";
import { SubHeading } from "./sub-heading";
import { TextLink } from "./text-link";

const components: Partial<Components> = {
  ...authorsComponents,
  a: TextLink,
  h2: (props) => <SubHeading level="h2" {...props} />,
  h3: (props) => <SubHeading level="h3" {...props} />,
  img: Picture,
  pre: CodeBlock,
};

/** Text of the author's, as it was compiled. */
export function Prose({ tree }: { readonly tree: Root }) {
  return <div className="prose">{compose(tree)}</div>;
}

/** A few words of such a text, to stand in a line. */
export function ProsePhrase({ tree }: { readonly tree: Root }) {
  return compose(tree);
}

function compose(tree: Root) {
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components });
}
