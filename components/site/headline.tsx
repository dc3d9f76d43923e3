import type { ReactNode } from "react";

interface HeadlineProps {
  readonly children: ReactNode;
  /** What stands beside it in the column of labels. */
  readonly label?: ReactNode;
  /** `text`: for titles of many words. */
  readonly size?: "name" | "text";
}

/** What a page is about, set as the title of a record. */
export function Headline({ children, label, size = "name" }: HeadlineProps) {
  return (
    <header className="headline display" data-size={size}>
      {label && <p className="headline-label">{label}</p>}
      <h1 className="headline-title">{children}</h1>
    </header>
  );
}
