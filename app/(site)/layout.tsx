import type { ReactNode } from "react";
import { NowPlayingFooter } from "@/components/now-playing/footer";
import { SearchButton } from "@/components/search/search-button";
import { Shell } from "@/components/site/shell";
import { describeSite, site } from "@/lib/site/site";

export default function SiteLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Shell
      name={site.name}
      tools={<SearchButton />}
      footer={<NowPlayingFooter line={describeSite()} />}
    >
      {children}
    </Shell>
  );
}
