import type { NextConfig } from "next";
import { parseImageOrigins } from "./lib/artwork/image-origins";
import { readBasePath } from "./lib/site/base-path";
import { describePagePolicy, writePolicy } from "./lib/site/content-policy";
import { SPOTIFY_IMAGE_HOSTS } from "./lib/spotify/image-hosts";

const PAGE_POLICY = describePagePolicy({
  imageSources: parseImageOrigins(
    process.env.SPOTIFY_IMAGE_ORIGINS?.trim() || SPOTIFY_IMAGE_HOSTS,
  ).origins.map(({ source }) => source),
  isDevelopment: process.env.NODE_ENV === "development",
});

/** What everything that people open in a browser says of itself. */
const DOCUMENT_HEADERS = [
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), clipboard-write=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  },
  // Without a word on subdomains: they may be somebody else's business.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
];

/** The pages; the routes that others embed or fetch speak for themselves. */
const PAGE_HEADERS = [
  ...DOCUMENT_HEADERS,
  { key: "Content-Security-Policy", value: writePolicy(PAGE_POLICY) },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];

/** The builder shows its frames on grounds of any colour. */
const BUILDER_HEADERS = [
  {
    key: "Content-Security-Policy",
    value: writePolicy(PAGE_POLICY, { "style-src-attr": ["'unsafe-inline'"] }),
  },
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
  { source: "/feed.xml", type: "application/rss+xml; charset=utf-8" },
  { source: "/atom.xml", type: "application/atom+xml; charset=utf-8" },
  { source: "/feed.json", type: "application/feed+json; charset=utf-8" },
  { source: "/search.json", type: "application/json; charset=utf-8" },
  { source: "/sitemap.xml", type: "application/xml; charset=utf-8" },
  { source: "/llms.txt", type: "text/plain; charset=utf-8" },
  { source: "/uses.md", type: "text/markdown; charset=utf-8" },
  { source: "/writing/:slug.md", type: "text/markdown; charset=utf-8" },
].map(({ source, type }) => ({ source, headers: [{ key: "Content-Type", value: type }] }));

/** The owner's page is made for each request, and proxy.ts gives it a policy of its own. */
const OWNER_HEADERS = [
  ...DOCUMENT_HEADERS,
  { key: "Cache-Control", value: "no-store" },
  // Only here: it costs a process of its own, and on the pages there is nothing to keep from an opener.
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
];

// The development server lies at the root of its port: so does what Spotify leads back to there.
const basePath = process.env.NODE_ENV === "development" ? "" : readBasePath(process.env.SITE_URL);

const nextConfig = {
  basePath,
  // For what Next does not put it before itself; lib/site/address.ts does.
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  output: "standalone",
  // A lockfile in some folder above must not move the root, and with it the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: {
    root: import.meta.dirname,
    // As Next's own client names them: 1.5 kB less for every page. Renamed one day, they come back.
    resolveAlias: {
      "./error-styles": "./components/site/next-error-styles.ts",
      "../build/polyfills/polyfill-module": "./components/site/no-polyfills.ts",
    },
  },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Covers are shown as Spotify serves them, so nobody needs an image optimiser that answers anyone.
  images: { unoptimized: true },
  // In development: not over the footer, and no code of a sign-in in the terminal.
  devIndicators: { position: "top-right" },
  logging: { incomingRequests: { ignore: [/\/owner\/callback/] } },
  // A folder cannot be called by a part of a name.
  rewrites: async () => [{ source: "/writing/:slug.md", destination: "/writing/:slug/text.md" }],
  headers: async () => [
    {
      source: `/((?!api/|_next/|(?:${EMBEDDABLE})$|owner$|owner/).*)`,
      headers: PAGE_HEADERS,
    },
    // The pattern above begins with a slash, and the front page of a site below a path has none.
    ...(basePath ? [{ source: "/", headers: PAGE_HEADERS }] : []),
    { source: "/widget", headers: BUILDER_HEADERS },
    {
      source: "/now-playing.schema.json",
      headers: [{ key: "X-Content-Type-Options", value: "nosniff" }],
    },
    { source: "/embed/:release(\\d+\\.\\d+\\.\\d+\\.js)", headers: RELEASE_HEADERS },
    ...COMPRESSED,
    { source: "/owner/:path*", headers: OWNER_HEADERS },
  ],
} satisfies NextConfig;

export default nextConfig;
