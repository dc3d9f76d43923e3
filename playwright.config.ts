import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./scripts/browser";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Songs play in real time: tests that listen wait for the music, not for the processor.
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [["list"], ["json", { outputFile: "test-reports/e2e.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: { args: BROWSER_ARGS, ...(executablePath && { executablePath }) },
    trace: "retain-on-failure",
  },
});
