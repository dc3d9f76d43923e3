import { join } from "node:path";
import { run } from "@/scripts/children";
import { LOCAL_IMAGE_ORIGINS } from "@/scripts/emulator-environment";
import { NEXT_CLI, ROOT } from "@/scripts/project";

/** Builds the site itself, as the tests do; answers the file of its standalone server. */
export async function buildSite(): Promise<string> {
  const options = {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"] as const,
    env: {
      ...process.env,
      NODE_ENV: "production" as const,
      SITE_URL: "",
      SPOTIFY_IMAGE_ORIGINS: LOCAL_IMAGE_ORIGINS,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  };
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  await run(process.execPath, [tsx, "scripts/generate.ts"], { ...options, stdio: "ignore" });
  await run(process.execPath, [NEXT_CLI, "build"], { ...options, stdio: "ignore" });
  await run(process.execPath, [tsx, "scripts/finish-build.ts"], { ...options, stdio: "ignore" });
  return join(ROOT, ".next/standalone/server.js");
}
