import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ContentError } from "@/lib/content/compile/problems";
import { ROOT } from "@/scripts/project";
import { generate } from "./generate";
import { BUILT_CONTENT } from "./write-built-content";

/**
 * Generates with drafts. A post that has to be mended does not keep the others from being worked on: where
 * anything was built before, that is shown.
 */
export async function generateForDev(): Promise<void> {
  // So that the first post is seen to come.
  mkdirSync(join(ROOT, "content/writing"), { recursive: true });
  try {
    await generate({ showDrafts: true });
  } catch (error) {
    if (!(error instanceof ContentError) || !existsSync(join(ROOT, BUILT_CONTENT))) throw error;
    console.log(`${error.message}\nUntil then, what was last in order is shown.`);
  }
}
