import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

// The one that @axe-core/playwright brings, without its wrapper, which opens a tab for each look.
const require = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    context: string | Document,
    options: {
      readonly resultTypes: readonly string[];
      readonly runOnly?: readonly string[];
    },
  ): Promise<{
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

interface Look {
  /** By these rules alone, instead of by all that axe runs by itself. */
  readonly rules?: readonly string[] | undefined;
  /** At a part of the page, by its selector, instead of at all of it. */
  readonly within?: string;
}

/** What axe finds, with where. */
export function findFaults(page: Page, { rules, within }: Look = {}): Promise<string[]> {
  return page.evaluate(
    async ({ only, within }) => {
      const { violations } = await axe.run(within ?? document, {
        resultTypes: ["violations"],
        ...(only && { runOnly: only }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { only: rules, within },
  );
}
