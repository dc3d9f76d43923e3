import type { ComponentProps } from "react";
import { CopyButton } from "./copy-button";

/** Code, with a button that copies it where the browser can. */
export function CodeBlock({ children, ...rest }: ComponentProps<"pre">) {
  return (
    <div className="code">
      <pre {...rest}>{children}</pre>
      <CopyButton />
    </div>
  );
}
