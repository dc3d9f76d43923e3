import type { ReactNode } from "react";

/** Buttons in a row; one below the other where there is no room. */
export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap items-center gap-3 print:hidden">{children}</div>;
}
