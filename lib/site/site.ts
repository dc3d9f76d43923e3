import { site as content } from "@/content/site";
import type { SiteFacts } from "./facts";

/** The author's facts. */
export const site: SiteFacts = content;
