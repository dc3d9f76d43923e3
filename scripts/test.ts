import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { PLANTED } from "./check-bundle/marks";
import { run } from "./children";
import { LOCAL_IMAGE_ORIGINS } from "./emulator-environment";
import { NEXT_CLI, ROOT, fail } from "./project";

/** `npm test`: everything that has to hold before a change lands, in the order in which it fails fastest. */
async function test(): Promise<void> {
  const started = Date.now();
  requireBrowser();
  mkdirSync(join(ROOT, "test-reports"), { recursive: true });

  await step("Format", bin("prettier", "bin/prettier.cjs"), ["--check", "--log-level=warn", "."]);
  await step("Lint", bin("oxlint", "bin/oxlint"), ["--deny-warnings"]);
  await step("Generated files", bin("tsx", "dist/cli.mjs"), ["scripts/generate.ts"]);
  await step("Types", NEXT_CLI, ["typegen"]);
  await step("Types", bin("typescript", "bin/tsc"), ["--noEmit"]);
  await step("Lockfile", bin("tsx", "dist/cli.mjs"), ["scripts/check-lock.ts"]);
  await step("Unit and integration tests", bin("vitest", "vitest.mjs"), [
    "run",
    "--reporter=default",
    "--reporter=json",
    "--outputFile.json=test-reports/unit.json",
  ]);
  await step("Production build", NEXT_CLI, ["build"], {
    // Whatever .env.local says: the tests look at a build that lies at the root, and knows no address.
    SITE_URL: "",
    SPOTIFY_IMAGE_ORIGINS: LOCAL_IMAGE_ORIGINS,
    ...PLANTED,
  });
  await step("Production build", bin("tsx", "dist/cli.mjs"), ["scripts/finish-build.ts"]);
  await step("Bundle", bin("tsx", "dist/cli.mjs"), ["scripts/check-bundle.ts"]);
  await step("End-to-end tests", bin("@playwright/test", "cli.js"), ["test"]);
  await step("Reliability", bin("tsx", "dist/cli.mjs"), ["scripts/reliability.ts", "--quick"]);
  await step("Bench", bin("tsx", "dist/cli.mjs"), ["scripts/bench.ts", "--quick"]);

  const unit = readUnitCounts();
  const browser = readBrowserCounts();
  const passed = unit.passed + browser.passed;
  const skipped = unit.skipped + browser.skipped;
  const seconds = Math.round((Date.now() - started) / 1_000);
  console.log(
    `\nAll of it took ${seconds} s: ${unit.passed} unit and integration tests, ${browser.passed} in a browser.`,
  );
  console.log(`${passed} passed, 0 failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (skipped > 0 && process.env.CI) throw new Error("In CI nothing may be skipped.");
}

async function step(
  title: string,
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  console.log(`\n— ${title}`);
  await run(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment, NEXT_TELEMETRY_DISABLED: "1" },
  });
}

function bin(name: string, path: string): string {
  return join(ROOT, "node_modules", name, path);
}

function requireBrowser(): void {
  const browser = findBrowser();
  if (browser && existsSync(browser)) return;
  if (process.env.CHROMIUM_PATH) {
    throw new Error("CHROMIUM_PATH names a browser that does not exist.");
  }
  throw new Error(
    "The end-to-end tests need Chromium, and none was found. Install it with `npx playwright install chromium` (any system) or `apt-get install chromium` (Debian), or set CHROMIUM_PATH to one you have.",
  );
}

interface Counts {
  readonly passed: number;
  readonly skipped: number;
}

function readUnitCounts(): Counts {
  const report = readReport("unit.json");
  return {
    passed: Number(report.numPassedTests),
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  };
}

function readBrowserCounts(): Counts {
  const { stats } = readReport("e2e.json");
  // What failed once and then passed; the list above names it.
  if (stats.flaky > 0) console.log(`\nOnly at the second attempt: ${stats.flaky} in a browser.`);
  return { passed: stats.expected + stats.flaky, skipped: stats.skipped };
}

function readReport(name: string) {
  return JSON.parse(readFileSync(join(ROOT, "test-reports", name), "utf8"));
}

test().catch(fail);
