import { pages } from "@/lib/site/pages";
import { site } from "@/lib/site/site";
import { searchStrings } from "@/lib/site/strings";
import { listTags, posts, uses } from "./posts";
import { projects } from "./projects";
import { describeIndex, listPlaces } from "./search-index";
import type { Findable, IndexedPage, SearchIndex } from "./search-index";

const findable: Findable = {
  // In the order in which the head of every page names them.
  pages: [
    { ...readPage(pages.home), title: searchStrings.front },
    readPage(pages.writing),
    readPage(pages.projects),
    { ...readPage(pages.uses), headings: listPlaces(uses.headings), text: uses.text },
    readPage(pages.listening),
    readPage(pages.widget),
  ],
  posts,
  projects: projects.map(({ name, line, text }) => ({
    href: pages.projects.path,
    title: name,
    line,
    text,
  })),
  tags: listTags(),
};

/** What `/search.json` says: the index, and the words of who searches in it. */
export const searchIndex: SearchIndex = {
  words: searchStrings,
  entries: describeIndex(findable, searchStrings, site.language),
};

interface Page {
  readonly path: string;
  readonly title?: string;
  readonly description: string;
}

function readPage({ path, title = site.title, description }: Page): IndexedPage {
  return { href: path, title, line: description };
}
