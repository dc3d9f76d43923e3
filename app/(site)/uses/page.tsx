import type { Metadata } from "next";
import { Prose, ProsePhrase } from "@/components/prose/prose";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { uses } from "@/lib/content/posts";
import { splitAtHeadings } from "@/lib/content/split-at-headings";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { strings } from "@/lib/site/strings";

const words = strings.uses;

export const metadata: Metadata = {
  title: words.title,
  description: fill(words.description, { name: site.name }),
};

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
