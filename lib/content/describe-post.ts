import type { BlogPosting, WithContext } from "schema-dts";
import { addressPicture, addressPost, addressTwin } from "@/lib/content/addresses";
import type { Post } from "@/lib/content/model";
import { absolute } from "@/lib/site/absolute";
import { describePerson, describeWebsite } from "@/lib/site/json-ld";
import type { PageFacts } from "@/lib/site/metadata";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { machineStrings } from "@/lib/site/strings";

/** What the page of a post says of itself. */
export function describePost({ slug, title, summary, date, updated, tags }: Post): PageFacts {
  return {
    path: addressPost(slug),
    title,
    description: summary,
    picture: {
      path: addressPicture(slug),
      alt: fill(machineStrings.pictureAlt, { title, name: site.name }),
    },
    markdown: addressTwin(slug),
    article: { published: date, updated, tags: tags.map(({ name }) => name) },
  };
}

/**
 * A post for machines that know of such (https://schema.org/BlogPosting).
 *
 * @param home the site's address; undefined where nobody has told it: then the post has no address either
 */
export function describePosting(post: Post, home: URL | undefined): WithContext<BlogPosting> {
  const { slug, title, summary, date, updated, tags, words, seconds } = post;
  const person = describePerson(home);
  return {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    ...(home && describePlace(slug, home)),
    headline: title,
    description: summary,
    datePublished: date,
    dateModified: updated ?? date,
    inLanguage: site.language,
    keywords: tags.map(({ name }) => name),
    wordCount: words,
    timeRequired: `PT${Math.floor(seconds / 60)}M${seconds % 60}S`,
    // In full: who reads this page alone knows no other.
    author: person,
    isPartOf: describeWebsite(home),
  };
}

function describePlace(slug: string, home: URL) {
  const url = absolute(home, addressPost(slug));
  const image = absolute(home, addressPicture(slug));
  return { "@id": `${url}#post`, url, mainEntityOfPage: url, image };
}
