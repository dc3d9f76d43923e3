import Link from "next/link";
import type { ReactNode } from "react";
import { strings } from "@/lib/site/strings";

interface ShellProps {
  readonly name: string;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** What every page wears: a name at the top, the music at the foot, and room between them. */
export function Shell({ name, footer, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#text"
        className="sr-only bg-paper font-sans focus:not-sr-only focus:absolute focus:top-3 focus:left-(--page-margin) focus:z-20 focus:px-3 focus:py-2"
      >
        {strings.skipToContent}
      </a>
      <header className="mx-auto w-full max-w-(--page-width) px-(--page-margin) pt-6">
        <Link
          href="/"
          prefetch={false}
          className="font-sans text-[0.9375rem] font-bold tracking-tight no-underline"
        >
          {name}
        </Link>
      </header>
      <main
        id="text"
        className="mx-auto w-full max-w-(--page-width) grow px-(--page-margin) pt-16 pb-20 md:pt-28"
      >
        {children}
      </main>
      {footer}
    </div>
  );
}
