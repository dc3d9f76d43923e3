import type { ReactNode } from "react";

interface HeadlineProps {
  readonly children: ReactNode;
  /** What stands beside it in the column of labels. */
  readonly label?: ReactNode;
}

/** What a page is about, set as the title of a record. */
export function Headline({ children, label }: HeadlineProps) {
  return (
    <header className="headline">
      {label && <div className="headline-label">{label}</div>}
      <h1 className="display headline-title">{children}</h1>
    </header>
  );
}
