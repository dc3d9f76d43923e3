import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { SideName } from "@/components/writing/side-name";
import { Subjects } from "@/components/writing/subjects";
import { TrackList } from "@/components/writing/track-list";
import { listSides, listTags } from "@/lib/content/posts";
import { readSiteUrl } from "@/lib/server";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { writingStrings as words } from "@/lib/site/strings";

export const metadata = describePage(pages.writing, readSiteUrl());

export default function Writing() {
  const tags = listTags();
  return (
    <>
      <Headline>{words.title}</Headline>
      {listSides().map(({ side, year, posts }) => (
        <Side key={side} label={<SideName side={side} year={year} />}>
          <TrackList posts={posts} />
        </Side>
      ))}
      {tags.length > 0 && (
        <Side label={words.subjects}>
          <Subjects tags={tags} />
        </Side>
      )}
    </>
  );
}
