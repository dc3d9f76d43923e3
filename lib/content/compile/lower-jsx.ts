import type { Nodes, Parents, PhrasingContent } from "mdast";
import { PHRASING, VERBATIM, refuseElement } from "./element-names";
import { isExpression, isJsx } from "./jsx-nodes";
import type { JsxElement } from "./jsx-nodes";
import { lowerCallout } from "./lower-callout";
import { lowerFigure } from "./lower-figure";
import type { Report } from "./problems";
import { readComponentProperties, readProperties } from "./read-properties";

interface Surroundings {
  readonly inSvg: boolean;
  /** Whether this is a part of a paragraph, a heading or a cell. */
  readonly inLine: boolean;
}

/**
 * Says of each JSX element which element of HTML it becomes. Code and whatever else would have to be run
 * is reported.
 *
 * @param components the names of elements that the page knows how to show
 */
export function lowerJsx(tree: Parents, components: readonly string[], report: Report): void {
  const lowerIn = (parent: Parents, surroundings: Surroundings) => {
    const children = parent.children.flatMap((child: Nodes): Nodes[] => {
      if (child.type === "mdxjsEsm") {
        report(
          "import and export are not read: a post is data. The page brings the components of content/components.tsx with it.",
          child,
        );
        return [];
      }
      if (isExpression(child)) {
        report(
          `{${child.value}} would have to be run, and a post is data. Write what it says, or \\{ for a brace.`,
          child,
        );
        return [];
      }
      if (!("children" in child)) return [child];
      if (!isJsx(child)) {
        if (surroundings.inSvg) {
          report("Markdown is not read in <svg>: use <text>, <tspan> and <a>.", child);
        }
        lowerIn(child, { ...surroundings, inLine: isLine(child) });
        return [child];
      }
      return [lower(child, surroundings)];
    });
    Object.assign(parent, { children });
  };

  const lower = (node: JsxElement, { inSvg, inLine }: Surroundings): Nodes => {
    const name = node.name ?? "";
    const isSvg = inSvg || name === "svg";
    lowerIn(node, { inSvg: isSvg, inLine: inLine && name !== "svg" });
    const refusal = refuseName(name, isSvg, components);
    if (refusal !== undefined) {
      report(refusal, node);
      return node;
    }
    if (inLine && !inSvg && !PHRASING.has(name) && !components.includes(name) && name !== "svg") {
      report(`<${name}> cannot stand within a line of text: give it lines of its own.`, node);
    }
    if (name === "Figure") return lowerFigure(node, report);
    if (name === "Callout") return lowerCallout(node, report);
    const hProperties = components.includes(name)
      ? readComponentProperties(node, report)
      : readProperties(node, isSvg, report);
    const [first] = node.children;
    if (VERBATIM.has(name) && node.children.length === 1 && first?.type === "text") {
      return { type: "inlineCode", value: first.value, data: { hName: name, hProperties } };
    }
    node.data = { ...node.data, hName: name, hProperties };
    return node;
  };

  lowerIn(tree, { inSvg: false, inLine: false });
}

function refuseName(
  name: string,
  inSvg: boolean,
  components: readonly string[],
): string | undefined {
  const known = ["Figure", "Callout", ...components];
  if (name === "") return "<>…</> groups nothing here: leave it out.";
  if (known.includes(name)) return undefined;
  if (/^\p{Lu}|[.:]/u.test(name)) {
    return `<${name}> is no component. There are ${known.join(", ")}; content/components.tsx adds more.`;
  }
  return refuseElement(name, inSvg);
}

function isLine(node: Nodes): boolean {
  const lines: string[] = ["paragraph", "heading", "tableCell"] satisfies Nodes["type"][];
  return lines.includes(node.type) || isPhrasing(node);
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return ["emphasis", "strong", "delete", "link", "linkReference"].includes(node.type);
}
