import { describe, expect, it } from "vitest";
import { describeHome, describePerson } from "./json-ld";

const HOME = new URL("https://site.test/notes");

describe("what the home page is", () => {
  it("is one site, one person, and a page about them that refers to both", () => {
    expect(describeHome(HOME)).toMatchObject({
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "WebSite",
          "@id": "https://site.test/notes#website",
          publisher: { "@id": "https://site.test/notes#person" },
        },
        { "@type": "Person", "@id": "https://site.test/notes#person" },
        {
          "@type": "ProfilePage",
          mainEntity: { "@id": "https://site.test/notes#person" },
          isPartOf: { "@id": "https://site.test/notes#website" },
        },
      ],
    });
  });

  it("has no address where nobody has told it, and still says who it is about", () => {
    const graph = describeHome(undefined);
    expect(JSON.stringify(graph)).not.toMatch(/"@id"|"url"/);
    expect(graph["@graph"][2]).toMatchObject({ mainEntity: { "@type": "Person" } });
  });

  it("names profiles of the author elsewhere, and no mailbox", () => {
    for (const address of describePerson(HOME).sameAs) expect(address).toMatch(/^https?:/);
  });
});
