import { projects as content } from "@/content/projects";
import type { ProjectFacts } from "./project-facts";

/** What the author has made. */
export const projects: readonly ProjectFacts[] = content;
