import type { Graph, Thing, WithContext } from "schema-dts";
import { escapeJson } from "./escape-json";

interface JsonLdProps {
  readonly data: Graph | WithContext<Exclude<Thing, string>>;
}

/** What a page is about, in the words of https://schema.org. */
export function JsonLd({ data }: JsonLdProps) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: escapeJson(JSON.stringify(data)) }}
    />
  );
}
