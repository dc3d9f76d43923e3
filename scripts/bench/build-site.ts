import { join } from "node:path";
import { run } from "@/scripts/children";
import { BUILD_ENVIRONMENT } from "@/scripts/emulator-environment";
import { NEXT_CLI, ROOT } from "@/scripts/project";

/** Builds the site itself, as the tests do; answers the file of its standalone server. */
export async function buildSite(): Promise<string> {
  const options = {
    cwd: ROOT,
    stdio: "ignore" as const,
    env: { ...process.env, ...BUILD_ENVIRONMENT },
  };
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  await run(process.execPath, [tsx, "scripts/generate.ts"], options);
  await run(process.execPath, [NEXT_CLI, "build"], options);
  await run(process.execPath, [tsx, "scripts/finish-build.ts"], options);
  return join(ROOT, ".next/standalone/server.js");
}
