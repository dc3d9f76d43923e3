import type { ReactNode } from "react";

interface SideProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A section as a sleeve sets it: its label in a narrow column, its matter in a wide one. */
export function Side({ label, children }: SideProps) {
  return (
    <section className="grid gap-x-0 gap-y-4 border-t border-hairline py-8 md:grid-cols-[var(--label-width)_minmax(0,1fr)] md:items-baseline">
      <h2 className="font-sans text-[0.8125rem] font-semibold text-muted">{label}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
