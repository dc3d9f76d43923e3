import type { PageFacts } from "./metadata";
import { describeSite, site } from "./site";
import { fill } from "./fill";
import {
  builderStrings,
  listeningStrings,
  machineStrings,
  strings,
  writingStrings,
} from "./strings";

interface PageWords {
  readonly title: string;
  /** `{name}` is put in. */
  readonly description: string;
}

/** The pages that are open to all, but for posts and tags: what they are called, everywhere. */
export const pages = {
  home: {
    path: "/",
    description: site.description,
    picture: { path: "/pictures/home.png", alt: describeSite() },
  },
  writing: name("writing", writingStrings),
  projects: name("projects", strings.projects),
  uses: { ...name("uses", strings.uses), markdown: "/uses.md" },
  listening: {
    ...name("listening", listeningStrings),
    picture: { path: "/listening/picture.png", alt: put(listeningStrings.pictureAlt) },
  },
  widget: name("widget", builderStrings),
} satisfies Record<string, PageFacts>;

function name(path: string, { title, description }: PageWords) {
  return {
    path: `/${path}`,
    title,
    description: put(description),
    picture: {
      path: `/pictures/${path}.png`,
      alt: fill(machineStrings.pictureAlt, { title, name: site.name }),
    },
  };
}

function put(phrase: string): string {
  return fill(phrase, { name: site.name });
}
