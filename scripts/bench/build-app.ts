import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@/scripts/children";
import { BUILD_ENVIRONMENT } from "@/scripts/emulator-environment";
import { generate } from "@/scripts/generate/generate";
import { NEXT_CLI, ROOT } from "@/scripts/project";

/** Inside the project, so that its packages are found, and never kept in its history. */
const STAGE = join(ROOT, ".bench");

/** Our route with all that stands around it, as it is. */
const OURS = ["app/api/now-playing/route.ts", "instrumentation.ts", "proxy.ts"];

/** The others' routes. */
const OTHERS = ["empty", "common", "common-cached"];

const WRITTEN = {
  "app/layout.tsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.tsx": `export default function Page() {
  return <p>Nothing</p>;
}
`,
  "next.config.ts": `import config from "../next.config";

export default { ...config, typescript: { ignoreBuildErrors: true } };
`,
  "tsconfig.json": `{
  "extends": "../tsconfig.json",
  "compilerOptions": { "paths": { "@/*": ["../*"] } },
  "include": ["**/*.ts", "**/*.tsx"]
}
`,
};

/**
 * One production build with our route, the others and an empty one side by side: same Next, same
 * configuration, same process.
 *
 * @returns the standalone server's file
 */
export async function buildApp(): Promise<string> {
  await generate();
  rmSync(STAGE, { recursive: true, force: true });
  mkdirSync(STAGE, { recursive: true });
  for (const path of OURS) cpSync(join(ROOT, path), join(STAGE, path), { recursive: true });
  for (const name of OTHERS) {
    const from = join(ROOT, "scripts/bench/app", name);
    cpSync(from, join(STAGE, "app/api/bench", name), { recursive: true });
  }
  for (const [path, text] of Object.entries(WRITTEN)) {
    mkdirSync(join(STAGE, path, ".."), { recursive: true });
    writeFileSync(join(STAGE, path), text);
  }
  await run(process.execPath, [NEXT_CLI, "build"], {
    cwd: STAGE,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...BUILD_ENVIRONMENT },
  });
  return join(STAGE, ".next/standalone/.bench/server.js");
}
