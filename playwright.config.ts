import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./scripts/browser";

const LISTENING = ["api.spec.ts", "footer.spec.ts", "owner.spec.ts"];
const ALONE = ["instances.spec.ts", "registry.spec.ts", "weight.spec.ts"];

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 4,
  projects: [
    // Songs play in real time: tests that listen wait for the music, not for the processor.
    { name: "listening", testMatch: LISTENING, workers: 2 },
    // What looks at pages takes all that a processor has.
    { name: "looking", testIgnore: [...LISTENING, ...ALONE], workers: 2 },
    // Four servers and a Redis, or the build of another app, are as much as a small machine holds.
    { name: "alone", testMatch: ALONE, workers: 1, dependencies: ["listening", "looking"] },
  ],
  forbidOnly: Boolean(process.env.CI),
  // A machine that others keep busy may miss a moment; what passes the second time is named as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["json", { outputFile: "test-reports/e2e.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: { args: BROWSER_ARGS, ...(executablePath && { executablePath }) },
    trace: "retain-on-failure",
  },
});
