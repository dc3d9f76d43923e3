import type { ReactNode } from "react";

interface SideProps {
  readonly label: ReactNode;
  /** What it can be linked to by. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A section as a sleeve sets it: its label in a narrow column, its matter in a wide one. */
export function Side({ label, id, children }: SideProps) {
  return (
    <section className="side" id={id}>
      {label && <h2 className="side-label">{label}</h2>}
      <div className="side-matter">{children}</div>
    </section>
  );
}
