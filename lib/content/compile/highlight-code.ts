import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { createHighlighterCore } from "shiki/core";
import type { HighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import { SKIP, visit } from "unist-util-visit";
import { LANGUAGES, isLanguage, loadGrammar } from "./code-languages";
import type { Language } from "./code-languages";
import type { Report } from "./problems";
import { readFenceMeta } from "./read-fence-meta";
import type { FenceMeta } from "./read-fence-meta";
import { TOKEN_THEME, readKind } from "./token-theme";
import type { TokenKind } from "./token-theme";

interface Run {
  readonly kind: TokenKind | undefined;
  text: string;
}

/** Made once: most of the time goes into the grammars. */
let highlighter: Promise<HighlighterCore> | undefined;

/** Sets the code of a page: classes for what is told apart, a caption, marked lines. */
export async function highlightCode(tree: Root, report: Report): Promise<void> {
  const fences: { parent: Root | Element; pre: Element; code: Element }[] = [];
  visit(tree, "element", (pre, _, parent) => {
    const [code] = pre.children;
    if (pre.tagName !== "pre" || code?.type !== "element" || parent === undefined) return undefined;
    if (parent.type === "root" || parent.type === "element") fences.push({ parent, pre, code });
    return SKIP;
  });
  for (const { parent, pre, code } of fences) {
    const name = readLanguage(code);
    if (!isLanguage(name)) {
      report(`\`\`\`${name}: no such language. There are ${LANGUAGES.join(", ")}.`, pre);
      continue;
    }
    const text = toString(code).replace(/\n$/, "");
    const meta = readMeta(code, text, (message) => report(message, pre));
    code.children = setLines(await tokenize(text, name), meta.marked);
    code.properties = {};
    // What scrolls has to be reached by keyboard.
    pre.properties = { tabIndex: 0, dataLanguage: name };
    if (meta.title !== undefined) {
      parent.children.splice(parent.children.indexOf(pre), 1, caption(meta.title, pre));
    }
  }
}

function readLanguage(code: Element): string {
  const { className } = code.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  return names.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "text";
}

function readMeta(code: Element, text: string, report: (message: string) => void): FenceMeta {
  const raw: unknown = code.data && "meta" in code.data ? code.data.meta : undefined;
  try {
    const meta = readFenceMeta(typeof raw === "string" ? raw : "");
    const count = text.split("\n").length;
    const beyond = [...meta.marked].find((line) => line < 1 || line > count);
    if (beyond !== undefined) report(`line ${beyond} is marked, of ${count} there are.`);
    return meta;
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
    return { marked: new Set() };
  }
}

/** @returns lines of runs, neighbours of one kind joined */
async function tokenize(text: string, language: Language): Promise<Run[][]> {
  if (language === "text") return text.split("\n").map((line) => [{ kind: undefined, text: line }]);
  highlighter ??= createHighlighterCore({
    themes: [TOKEN_THEME],
    langs: [],
    engine: createOnigurumaEngine(import("shiki/wasm")),
  });
  const shiki = await highlighter;
  if (!shiki.getLoadedLanguages().includes(language)) {
    await shiki.loadLanguage(await loadGrammar(language));
  }
  const lines = shiki.codeToTokensBase(text, {
    lang: language,
    theme: TOKEN_THEME.name ?? "",
    // The result may not depend on how busy the machine is.
    tokenizeTimeLimit: 0,
  });
  return lines.map((tokens) =>
    tokens.map(({ content, color }) => ({ kind: readKind(color), text: content })),
  );
}

function setLines(lines: readonly Run[][], marked: ReadonlySet<number>): ElementContent[] {
  const groups: { isMarked: boolean; runs: Run[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const isMarked = marked.has(index + 1);
    let group = groups.at(-1);
    if (group?.isMarked !== isMarked) {
      group = { isMarked, runs: [] };
      groups.push(group);
    }
    const end = index < lines.length - 1 ? "\n" : "";
    for (const run of [...line, { kind: undefined, text: end }]) append(group.runs, run);
  }
  return groups.flatMap(({ isMarked, runs }): ElementContent[] => {
    const content = runs.map((run) => setRun(run));
    return isMarked ? [element("mark", {}, content)] : content;
  });
}

/** White space has no kind of its own: between two runs of one kind it belongs to them. */
function append(runs: Run[], { kind, text }: Run): void {
  if (text === "") return;
  const isSpace = text.trim() === "";
  const last = runs.at(-1);
  const before = runs.at(-2);
  if (last && (last.kind === kind || (isSpace && last.kind === undefined))) {
    last.text += text;
  } else if (last && before && last.text.trim() === "" && before.kind === kind && !isSpace) {
    before.text += last.text + text;
    runs.pop();
  } else {
    runs.push({ kind: isSpace ? undefined : kind, text });
  }
}

function setRun({ kind, text }: Run): ElementContent {
  const content: ElementContent = { type: "text", value: text };
  return kind ? element("span", { className: [`tok-${kind}`] }, [content]) : content;
}

function caption(title: string, pre: Element): Element {
  const words = element("figcaption", {}, [{ type: "text", value: title }]);
  return element("figure", { dataCode: "" }, [words, pre]);
}

function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}
