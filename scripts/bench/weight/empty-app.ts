import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "@/scripts/children";
import { NEXT_CLI, ROOT } from "@/scripts/project";

/** Everywhere beside the project's own modules, whatever lies in between. */
const HOME = JSON.stringify(ROOT);

const FILES = {
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `export default function Page() {
  return <p>Nothing</p>;
}
`,
  "jsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["../../*"] } } }
`,
  "package.json": `{ "private": true, "type": "module" }
`,
  "next.config.js": `export default {
  env: { NEXT_PUBLIC_BASE_PATH: "" },
  outputFileTracingRoot: ${HOME},
  turbopack: { root: ${HOME} },
};
`,
};

export interface EmptyApp {
  /** Of the build, with `static/` in it. */
  readonly folder: string;
  /** The HTML of its front page. */
  readonly html: string;
  /** The HTML of another page. @param path without slashes around it */
  readPage(path: string): string;
}

/**
 * Builds an app of one page without a script of its own, as `create-next-app --empty` leaves it, with the
 * project's own Next. What has been built so before under the same name goes.
 *
 * @param more source files to put beside that page; `@/` is the project there
 * @throws where the build fails
 */
export async function buildEmptyApp(
  name = "empty-app",
  more: Readonly<Record<string, string>> = {},
): Promise<EmptyApp> {
  // Inside the project, so that its packages are found.
  const place = join(ROOT, "test-results", name);
  rmSync(place, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...FILES, ...more })) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  await run(process.execPath, [NEXT_CLI, "build"], {
    cwd: place,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const folder = join(place, ".next");
  const readPage = (path: string) => readFileSync(join(folder, `server/app/${path}.html`), "utf8");
  return { folder, html: readPage("index"), readPage };
}
