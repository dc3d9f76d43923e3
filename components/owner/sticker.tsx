import type { ReactNode } from "react";

/** What has to be seen first, as a sticker on the sleeve: a frame where everything else has hairlines. */
export function Sticker({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mb-12 max-w-[42rem] border-2 border-ink px-5 py-4 md:ml-(--label-width)">
      {children}
    </div>
  );
}
