import { Fragment, createElement } from "react";
import type { ReactNode } from "react";

type Values = Readonly<Record<string, ReactNode>>;

/** Code of so many characters fits a line at every zoom, and is not broken. */
const LONGEST_WORD = 24;

interface PhraseProps {
  readonly text: string;
  /** What stands in the `{places}`; it is put in as it is, whatever is written in it. */
  readonly values?: Values;
}

/** A phrase of content/strings.ts: words between backticks are code, `{places}` are filled. */
export function Phrase({ text, values }: PhraseProps) {
  const parts = text.split(/(`[^`]+`|\{\w+\})/);
  return createElement(Fragment, null, ...parts.map((part) => setPart(part, values)));
}

function setPart(part: string, values: Values | undefined): ReactNode {
  const code = /^`([^`]+)`$/.exec(part)?.[1];
  if (code !== undefined) {
    const wrap = code.length <= LONGEST_WORD ? "whitespace-nowrap" : "wrap-anywhere";
    return <code className={`font-mono text-[0.875em] ${wrap}`}>{code}</code>;
  }
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  return name !== undefined && values && Object.hasOwn(values, name) ? values[name] : part;
}
