import type { ReactNode } from "react";

/** What a page is about, set as the title of a record. */
export function Headline({ children }: { readonly children: ReactNode }) {
  return (
    <h1 className="mb-16 max-w-[14ch] font-sans text-5xl leading-[0.98] font-extrabold tracking-[-0.035em] text-balance md:mb-24 md:ml-(--label-width) md:text-7xl">
      {children}
    </h1>
  );
}
