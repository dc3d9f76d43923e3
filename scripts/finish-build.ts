import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { delayScripts } from "./delay-scripts";
import { ROOT } from "./project";
import { sealPage } from "./seal-page";

const BUILT = join(ROOT, ".next");
const STANDALONE = join(BUILT, "standalone");

/** Every page that was made beforehand is painted before its scripts come, and says which are its own. */
function finishPages(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".html")) continue;
    const file = join(folder, path);
    writeFileSync(file, sealPage(delayScripts(readFileSync(file, "utf8"))));
  }
}

/**
 * Completes the standalone server: Next leaves out what a CDN could serve
 * (https://nextjs.org/docs/app/api-reference/config/next-config-js/output).
 */
function bringAlong(from: string, to: string): void {
  const target = join(STANDALONE, to);
  rmSync(target, { recursive: true, force: true });
  if (existsSync(join(ROOT, from))) cpSync(join(ROOT, from), target, { recursive: true });
}

/** Next copies .env files along; `npm start` reads the project's own, and an image must hold no secret. */
function leaveSecrets(): void {
  for (const name of readdirSync(STANDALONE)) {
    if (name.startsWith(".env")) rmSync(join(STANDALONE, name));
  }
}

finishPages(join(BUILT, "server/app"));

// Platforms that take a build apart in their own way leave no standalone server to complete.
if (existsSync(STANDALONE)) {
  leaveSecrets();
  finishPages(join(STANDALONE, ".next/server/app"));
  bringAlong("public", "public");
  bringAlong(".next/static", ".next/static");
}
