import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "@/scripts/children";
import { NEXT_CLI } from "@/scripts/project";

const ROOT = resolve(import.meta.dirname, "..");

/** An app of one page without a script of its own, as `create-next-app --empty` leaves it. */
const FILES = {
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `export default function Page() {
  return <p>Nothing</p>;
}
`,
  "package.json": `{ "private": true, "type": "module" }
`,
  "next.config.js": `export default {
  outputFileTracingRoot: ${JSON.stringify(ROOT)},
  turbopack: { root: ${JSON.stringify(ROOT)} },
};
`,
};

/** Builds it with the project's own Next; answers where its build lies, and its page. */
export async function buildEmptyApp(): Promise<{ readonly folder: string; readonly html: string }> {
  const place = join(ROOT, "test-results/empty-app");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, "app"), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(place, path), text);
  await run(process.execPath, [NEXT_CLI, "build"], {
    cwd: place,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const folder = join(place, ".next");
  return { folder, html: readFileSync(join(folder, "server/app/index.html"), "utf8") };
}
