import { Fragment, createElement } from "react";
import type { ReactNode } from "react";

type Values = Readonly<Record<string, ReactNode>>;

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
  if (/^`[^`]+`$/.test(part)) {
    return <code className="font-mono text-[0.875em] wrap-anywhere">{part.slice(1, -1)}</code>;
  }
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  return name !== undefined && values && Object.hasOwn(values, name) ? values[name] : part;
}
