import type { ComponentType, ReactNode } from "react";

/**
 * Components of your own for posts: `{ Tempo }` here lets a post write `<Tempo beats={120} />`. What they are
 * given stands in the post as plain values; feeds and the pages for machines show what is between their tags.
 */
export const components: Readonly<
  Record<string, ComponentType<{ readonly children?: ReactNode } & Record<string, unknown>>>
> = {};
