import type { ReactNode } from "react";

interface SubHeadingProps {
  readonly level: "h2" | "h3";
  readonly id?: string | undefined;
  readonly children?: ReactNode;
}

/** A heading that can be linked to: by its own words, so that nothing is added to what it says. */
export function SubHeading({ level: Level, id, children }: SubHeadingProps) {
  return <Level id={id}>{id ? <a href={`#${id}`}>{children}</a> : children}</Level>;
}
