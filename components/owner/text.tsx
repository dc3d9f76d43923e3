import type { ReactNode } from "react";

/** A paragraph, in the measure of the page. */
export function Text({ children }: { readonly children: ReactNode }) {
  return <p className="mt-3 max-w-[38rem] leading-[1.6] text-pretty first:mt-0">{children}</p>;
}

/** A paragraph that is read first. */
export function Remark({ children }: { readonly children: ReactNode }) {
  return <p className="max-w-[38rem] text-lg leading-[1.5] text-pretty">{children}</p>;
}

/** A line that says what counts, set as a name is among credits. */
export function Lead({ children }: { readonly children: ReactNode }) {
  return (
    <p className="max-w-[34rem] font-sans text-xl leading-snug font-bold tracking-[-0.01em] text-balance wrap-anywhere">
      {children}
    </p>
  );
}
