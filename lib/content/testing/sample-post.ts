import type { ElementContent } from "hast";
import type { Post } from "@/lib/content/model";

export function element(
  tagName: string,
  properties: Record<string, string | string[] | boolean> = {},
  ...children: readonly (ElementContent | string)[]
): ElementContent {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === "string" ? { type: "text", value: child } : child,
    ),
  };
}

/** A post as the build compiles it. */
export function samplePost(changes: Partial<Post> = {}): Post {
  return {
    slug: "a-budget-of-calls",
    title: "A budget of calls",
    date: "2026-03-04",
    summary: "Where seven hundred calls a day tell the most.",
    tags: [{ slug: "spotify", name: "Spotify" }],
    draft: false,
    side: "B",
    track: "B2",
    seconds: 462,
    tree: { type: "root", children: [element("p", {}, "Text.")] },
    headings: [],
    markdown: "Text.\n",
    text: "Text.",
    words: 1,
    ...changes,
  };
}
