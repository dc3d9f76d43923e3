import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Shell } from "@/components/site/shell";
import { site } from "@/lib/site/site";
import { ownerStrings } from "@/lib/site/strings";

export const metadata: Metadata = {
  title: ownerStrings.title,
  robots: { index: false, follow: false },
  alternates: { canonical: null },
};

/** The site's shell without its music: this page tells of the connection instead. */
export default function OwnerLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Shell name={site.name} footer={null}>
      {children}
    </Shell>
  );
}
