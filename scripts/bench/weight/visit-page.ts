import type { Browser } from "@playwright/test";

export interface Visit {
  /** In the order in which they came. */
  readonly responses: readonly {
    /** From the origin on. */
    readonly path: string;
    /** What the browser took it for, such as "script" or "font". */
    readonly type: string;
    readonly bytes: number;
  }[];
}

/** Opens a page in a browser that has nothing of it, and waits until the music is shown and nothing more comes. */
export async function visitPage(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    const responses: Promise<Visit["responses"][number]>[] = [];
    page.on("response", (response) => {
      const path = new URL(response.url()).pathname;
      // The browser asks for it, not the page, and once for the whole site.
      if (path.endsWith("/icon.svg")) return;
      const bytes = response.body().then(({ length }) => length);
      const type = response.request().resourceType();
      // A preload may be served without a body of its own.
      responses.push(bytes.catch(() => 0).then((length) => ({ path, type, bytes: length })));
    });
    await page.goto(url);
    await page.locator('.np-bar:not([data-state="waiting"])').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState("networkidle");
    return { responses: await Promise.all(responses) };
  } finally {
    await context.close();
  }
}
