import type { ReactNode } from "react";
import { NowPlayingFooter } from "@/components/now-playing/footer";
import { Shell } from "@/components/site/shell";
import { describeSite, site } from "@/lib/site/site";

export default function SiteLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Shell name={site.name} footer={<NowPlayingFooter line={describeSite()} />}>
      {children}
    </Shell>
  );
}
