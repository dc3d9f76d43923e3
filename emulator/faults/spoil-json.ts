const hostileStrings = [
  `<script>alert(1)</script><img src=x onerror=alert(1)>]]>--></style></svg>'"`,
  "\u0000\u0007\u001b[31mred\u007f\u0085\u2028\u2029\uFEFF\uFFFE",
  "\ud800 alone \udc00 \ud83d",
  "\u202Egnp.exe\u2066\u2067 \u200F\u061C\u2069\u202C",
  "\u2588".repeat(2_000),
  `{{constructor.constructor("alert(1)")()}} \${7*7} %00 ../../etc/passwd`,
] as const;

const hostileUrls = [
  "javascript:alert(document.domain)",
  "data:text/html,<script>alert(1)</script>",
  "http://169.254.169.254/latest/meta-data/",
  "https://open.spotify.com.evil.example/track/1",
  "https://open.spotify.com@evil.example/track/1",
  "//evil.example/image/1",
  `https://i.scdn.co/image/"><script>alert(1)</script>`,
] as const;

const textKeys = new Set(["name", "description", "html_description", "display_name"]);
const urlKeys = new Set(["spotify", "url", "href"]);

/** Every value of a type that nobody asked for. Keys stay, so that a reader finds what it looks for. */
export function flipTypes(value: unknown): unknown {
  if (typeof value === "string") return 7;
  if (typeof value === "number") return "seven";
  if (typeof value === "boolean") return "yes";
  if (value === null) return [null];
  if (Array.isArray(value)) return { 0: value.map(flipTypes) };
  return mapValues(value, (_, inner) => flipTypes(inner));
}

export function makeUrlsHostile(value: unknown): unknown {
  return replaceStrings(value, urlKeys, hostileUrls);
}

export function makeHostile(value: unknown): unknown {
  const bad = replaceStrings(value, textKeys, hostileStrings);
  return replaceStrings(bad, urlKeys, hostileUrls.slice(0, 1));
}

/** Puts the bad strings in turn where the keys say, at any depth. */
function replaceStrings(root: unknown, keys: ReadonlySet<string>, bad: readonly string[]): unknown {
  let turn = 0;
  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk);
    return mapValues(value, (key, inner) => {
      if (typeof inner !== "string" || !keys.has(key)) return walk(inner);
      turn += 1;
      return bad[(turn - 1) % bad.length];
    });
  }
  return walk(root);
}

function mapValues(value: unknown, map: (key: string, inner: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(key, inner)]));
}
