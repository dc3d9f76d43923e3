import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { SiteLink } from "@/components/site/site-link";
import { SideName } from "@/components/writing/side-name";
import { TrackList } from "@/components/writing/track-list";
import { addressTag } from "@/lib/content/addresses";
import { listSides, listTags } from "@/lib/content/posts";
import { readSiteUrl } from "@/lib/server";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { writingStrings as words } from "@/lib/site/strings";

export const dynamicParams = false;

export function generateStaticParams() {
  return listTags().map(({ slug }) => ({ tag: slug }));
}

export async function generateMetadata({
  params,
}: PageProps<"/writing/tags/[tag]">): Promise<Metadata> {
  const { slug, name } = await findTag(params);
  const description = fill(words.tagDescription, { name: site.name, tag: name });
  return describePage(
    { ...pages.writing, path: addressTag(slug), title: name, description },
    readSiteUrl(),
  );
}

export default async function Tag({ params }: PageProps<"/writing/tags/[tag]">) {
  const { name, posts } = await findTag(params);
  return (
    <>
      <Headline>{name}</Headline>
      {listSides(posts).map(({ side, year, posts: tracks }) => (
        <Side key={side} label={<SideName side={side} year={year} />}>
          <TrackList posts={tracks} />
        </Side>
      ))}
      <Side label={words.subjects}>
        <p className="more">
          <SiteLink className="link" href="/writing">
            {words.all}
          </SiteLink>
        </p>
      </Side>
    </>
  );
}

async function findTag(params: PageProps<"/writing/tags/[tag]">["params"]) {
  const { tag: slug } = await params;
  const tag = listTags().find((candidate) => candidate.slug === slug);
  return tag ?? notFound();
}
