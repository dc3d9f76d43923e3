import type { ComponentProps } from "react";
import { writingStrings } from "@/lib/site/strings";
import { CopyButton } from "./copy-button";

const WORDS = { copy: writingStrings.copy, copied: writingStrings.copied };

/** Code, with a button that copies it where the browser can. */
export function CodeBlock({ children, ...rest }: ComponentProps<"pre">) {
  return (
    <div className="code">
      <pre {...rest}>{children}</pre>
      <CopyButton words={WORDS} />
    </div>
  );
}
