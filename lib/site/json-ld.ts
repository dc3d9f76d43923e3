import type { Graph, Person, WebSite } from "schema-dts";
import { absolute } from "./absolute";
import { site } from "./site";

/**
 * The author, for machines that know of persons (https://schema.org/Person).
 *
 * @param home the site's address; undefined where nobody has told it: then the person has no address either
 */
export function describePerson(home: URL | undefined) {
  return {
    "@type": "Person",
    ...nameAt(home, "person"),
    ...(home && { url: absolute(home, "/") }),
    name: site.name,
    description: site.role,
    // Profiles elsewhere; a mailbox is none.
    sameAs: site.links.map(({ href }) => href).filter((href) => /^https?:/.test(href)),
  } satisfies Person;
}

/** The site as a whole. */
export function describeWebsite(home: URL | undefined) {
  return {
    "@type": "WebSite",
    ...nameAt(home, "website"),
    ...(home && { url: absolute(home, "/") }),
    name: site.title,
    description: site.description,
    inLanguage: site.language,
  } satisfies WebSite;
}

/** What the home page is: the site, its author, and a page about them. */
export function describeHome(home: URL | undefined): Graph {
  const person = describePerson(home);
  const website = describeWebsite(home);
  return {
    "@context": "https://schema.org",
    "@graph": [
      { ...website, publisher: refer(person) },
      { ...person },
      {
        "@type": "ProfilePage",
        ...(home && { url: absolute(home, "/") }),
        name: site.title,
        inLanguage: site.language,
        mainEntity: refer(person),
        isPartOf: refer(website),
      },
    ],
  };
}

/** A thing that is described elsewhere in full: by its name if it has one, else once more. */
export function refer<T extends { readonly "@id"?: string }>(thing: T): T | { "@id": string } {
  return thing["@id"] === undefined ? thing : { "@id": thing["@id"] };
}

/** Names last: a thing that others refer to keeps its own. */
function nameAt(home: URL | undefined, fragment: string): { "@id"?: string } {
  return home ? { "@id": `${absolute(home, "/")}#${fragment}` } : {};
}
