import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project";

const STANDALONE = join(ROOT, ".next/standalone");

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

// Platforms that take a build apart in their own way leave no standalone server to complete.
if (existsSync(STANDALONE)) {
  leaveSecrets();
  bringAlong("public", "public");
  bringAlong(".next/static", ".next/static");
}
