import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

// The one that @axe-core/playwright brings, without its wrapper, which opens a tab for each look.
const require = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(options: {
    readonly resultTypes: readonly string[];
    readonly runOnly?: readonly string[];
  }): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** In the page. */
declare const axe: Axe;

/** Brings axe to a page that was just opened, and to the frames in it. */
export async function bringAxe(page: Page): Promise<void> {
  await Promise.all(page.frames().map((frame) => frame.evaluate(SOURCE)));
}

/** What axe finds, with where: by these rules, or by all that it runs by itself. */
export function findFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ only }) => {
      const { violations } = await axe.run({
        resultTypes: ["violations"],
        ...(only && { runOnly: only }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { only: rules },
  );
}
