import type { NextConfig } from "next";

const nextConfig = {
  output: "standalone",
  // A lockfile in some folder above must not move the root, and with it the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
} satisfies NextConfig;

export default nextConfig;
