import { createHash } from "node:crypto";
import { escapeXml } from "@/lib/embeds/escape-xml";

/** What the browser is told when it comes back from Spotify. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const STYLE = `
:root { color-scheme: light dark; --paper: #f6f1e7; --ink: #1c1a17; --muted: #655f55; --rule: #d8d0c1 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1d1b18; --ink: #ece5d8; --muted: #a59d8f; --rule: #3b3730 }
}
html { background: var(--paper); color: var(--ink) }
body { max-inline-size: 34rem; margin: 14vh auto 4rem; padding-inline: 1.25rem;
  font: 1.125rem/1.5 "Source Serif 4", Charter, "Iowan Old Style", Georgia, serif }
p { margin: 0 0 1rem; overflow-wrap: anywhere }
h1 { margin: 0 0 1.25rem; padding-block-end: 1.25rem; border-block-end: 1px solid var(--rule);
  font: 800 clamp(2rem, 8vw, 3rem)/1.05 Archivo, "Helvetica Neue", Helvetica, Arial, sans-serif;
  letter-spacing: -.03em; text-wrap: balance }
.label { font: 600 .75rem/1.4 Archivo, "Helvetica Neue", Helvetica, Arial, sans-serif;
  letter-spacing: .08em; text-transform: uppercase; color: var(--muted) }
`;

/** Nothing is loaded, and nothing runs. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": POLICY,
  "Cache-Control": "no-store",
  // The address holds the code of the sign-in.
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  Connection: "close",
};

export function renderPage({ title, text }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<p class="label">Liner Notes</p>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(text)}</p>
<p>You can close this page.</p>
</body>
</html>
`;
}
