import { site as content } from "@/content/site";
import type { SiteFacts } from "./facts";

/** The author's facts. */
export const site: SiteFacts = content;

/** The site in one plain line, for where there is nothing to tell of the music. */
export function describeSite(): string {
  return `${site.name}. ${site.role}.`;
}
