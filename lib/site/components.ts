import { components } from "@/content/components";

/** What the author's posts may use beside the site's own elements, by name. */
export const authorsComponents = components;
