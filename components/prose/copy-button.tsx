"use client";

import { useState } from "react";
import type { MouseEvent } from "react";

/** How long it says that it has copied, in ms. */
const SAID_MS = 2_000;

interface CopyButtonProps {
  readonly words: { readonly copy: string; readonly copied: string };
}

/** Copies the code that stands before it. */
export function CopyButton({ words }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);

  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>): Promise<void> {
    const code = currentTarget.previousElementSibling;
    try {
      await navigator.clipboard.writeText(code?.textContent ?? "");
      setCopied(true);
      setTimeout(() => setCopied(false), SAID_MS);
    } catch {
      // The browser forbids it: then the code is marked, ready to be copied by hand.
      if (code) getSelection()?.selectAllChildren(code);
    }
  }

  return (
    <button type="button" className="code-copy" onClick={copy}>
      <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
    </button>
  );
}
