import type { ComponentProps } from "react";
import { writingStrings as words } from "@/lib/site/strings";

/** Code, with a button that copies it: `PageManners` listens for it. */
export function CodeBlock({ children, ...rest }: ComponentProps<"pre">) {
  return (
    <div className="code">
      <pre {...rest}>{children}</pre>
      <button type="button" className="code-copy" data-copied={words.copied} aria-live="polite">
        {words.copy}
      </button>
    </div>
  );
}
