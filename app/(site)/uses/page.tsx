import { Prose, ProsePhrase } from "@/components/prose/prose";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { uses } from "@/lib/content/posts";
import { splitAtHeadings } from "@/lib/content/split-at-headings";
import { readSiteUrl } from "@/lib/server";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { strings } from "@/lib/site/strings";

const words = strings.uses;
export const metadata = describePage(pages.uses, readSiteUrl());

export default function Uses() {
  return (
    <>
      <Headline>{words.title}</Headline>
      {splitAtHeadings(uses.tree).map(({ heading, id = "", text }) => (
        <Side key={id} id={id || undefined} label={heading && <ProsePhrase tree={heading} />}>
          <Prose tree={text} />
        </Side>
      ))}
    </>
  );
}
