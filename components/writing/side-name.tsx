import { fill } from "@/lib/site/fill";
import { writingStrings } from "@/lib/site/strings";

interface SideNameProps {
  readonly side: string;
  readonly year: number;
}

/** A year of the writing, as a record names its sides. */
export function SideName({ side, year }: SideNameProps) {
  return (
    <>
      <span className="side-name">{fill(writingStrings.side, { side })}</span>{" "}
      <span className="side-year tabular">{year}</span>
    </>
  );
}
