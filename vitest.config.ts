import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // Next resolves this to an empty module on the server; outside Next its default entry throws.
      "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    include: ["{app,components,emulator,lib,registry,scripts,widget}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: ["./scripts/generate/before-tests.ts"],
    setupFiles: ["./vitest.setup.ts"],
    restoreMocks: true,
    // A machine that others keep busy may miss a moment; what passes the second time is told as a retry.
    retry: process.env.CI ? 1 : 0,
    // Vitest leaves one processor free, of two on a small machine.
    maxWorkers: "100%",
    // A property of thousands of cases takes its time where another suite takes the processor.
    testTimeout: 30_000,
  },
});
