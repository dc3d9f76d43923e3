import type { ReactNode } from "react";
import { NowPlayingFooter } from "@/components/now-playing/footer";
import { SearchButton } from "@/components/search/search-button";
import { PageManners } from "@/components/site/page-manners";
import { Shell } from "@/components/site/shell";
import { describeSite, site } from "@/lib/site/site";

export default function SiteLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Shell
        name={site.name}
        tools={<SearchButton />}
        footer={<NowPlayingFooter line={describeSite()} />}
      >
        {children}
      </Shell>
      {/* Not at /owner: a page that is changed in place keeps its policy, and that one allows no covers. */}
      <PageManners />
    </>
  );
}
