import type { NextConfig } from "next";

/** What every page says of itself; the routes that others embed or fetch speak for themselves. */
const PAGE_HEADERS = [
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
  },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
];

/** What speaks for itself, for other pages show it; to the letter, so that nothing near it can be framed. */
const EMBEDDABLE = [
  "now-playing\\.(?:svg|schema\\.json)",
  "embed",
  "embed\\.js",
  "embed/sample\\.(?:json|svg)",
  "embed/\\d+\\.\\d+\\.\\d+\\.js",
].join("|");

/** A released script never changes, and any page may take it, with its hash or without. */
const RELEASE_HEADERS = [
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Cache-Control", value: "public, max-age=31536000, immutable" },
  { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
  { key: "Timing-Allow-Origin", value: "*" },
  { key: "X-Content-Type-Options", value: "nosniff" },
];

/**
 * The type of what is worth compressing. Next writes a route handler's own in a form that its compression
 * does not read, so that it would travel at twice the size where no proxy compresses it.
 */
const COMPRESSED = [
  { source: "/embed", type: "text/html; charset=utf-8" },
  { source: "/embed.js", type: "text/javascript; charset=utf-8" },
].map(({ source, type }) => ({ source, headers: [{ key: "Content-Type", value: type }] }));

/** The owner's page names where its forms may lead itself, for that is known only when the server runs. */
const OWNER_HEADERS = [
  { key: "Cache-Control", value: "no-store" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  },
  // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
];

const nextConfig = {
  output: "standalone",
  // A lockfile in some folder above must not move the root, and with it the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Covers are shown as Spotify serves them, so nobody needs an image optimiser that answers anyone.
  images: { unoptimized: true },
  // In development: not over the footer, and no code of a sign-in in the terminal.
  devIndicators: { position: "top-right" },
  logging: { incomingRequests: { ignore: [/\/owner\/callback/] } },
  headers: async () => [
    {
      source: `/((?!api/|_next/|(?:${EMBEDDABLE})$|owner$|owner/).*)`,
      headers: PAGE_HEADERS,
    },
    { source: "/embed/:release(\\d+\\.\\d+\\.\\d+\\.js)", headers: RELEASE_HEADERS },
    ...COMPRESSED,
    { source: "/owner/:path*", headers: OWNER_HEADERS },
  ],
} satisfies NextConfig;

export default nextConfig;
