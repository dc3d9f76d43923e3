import type { ReactNode } from "react";

interface SideProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** A section as a sleeve sets it: its label in a narrow column, its matter in a wide one. */
export function Side({ label, children }: SideProps) {
  return (
    <section className="side">
      <h2 className="side-label">{label}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
