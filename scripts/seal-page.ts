import { createHash } from "node:crypto";

const ATTRIBUTES = String.raw`(?:"[^"]*"|'[^']*'|[^"'>])*`;

/** Tag by tag: HTML lets `<script>` stand in an attribute, such as the name of a table, where it is none. */
const TAG = new RegExp(
  String.raw`<!--[\s\S]*?-->|<script(?=[\s>])(${ATTRIBUTES})>([\s\S]*?)</script>|</?[a-z]${ATTRIBUTES}>`,
  "gi",
);

const FIRST_IN_HEAD = /<meta charSet="utf-8"\/?>/i;

/**
 * Allows a page that is made beforehand the scripts that stand in it, by their hashes, and no other: what
 * the header has to allow because it is one for all pages, the page takes back
 * (https://www.w3.org/TR/CSP3/#multiple-policies).
 *
 * @throws {Error} where the page is not built as it was when this was written
 */
export function sealPage(html: string): string {
  const hashes = [...html.matchAll(TAG)].flatMap(([, attributes, script]) =>
    script === undefined || attributes === undefined || /\ssrc=/.test(attributes)
      ? []
      : [hash(script)],
  );
  if (!FIRST_IN_HEAD.test(html)) {
    throw new Error("A built page does not begin with its encoding, so it cannot be sealed.");
  }
  const policy = `script-src 'self' ${[...new Set(hashes)].join(" ")}`;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
  return html.includes(meta) ? html : html.replace(FIRST_IN_HEAD, `$&${meta}`);
}

function hash(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
