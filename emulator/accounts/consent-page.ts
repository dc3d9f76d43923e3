import { client } from "./client";
import { scopes as scopeLabels } from "./scopes";
import type { User } from "./users";
import { escapeHtml } from "@/emulator/http/escape-html";
import { paperAndInk } from "@/emulator/http/paper-and-ink";

const style = `
main { max-inline-size: 34rem; margin: 12vh auto 4rem; padding-inline: 1.25rem }
h1 { font-size: clamp(2rem, 8vw, 3.25rem); margin: .2em 0 .5em }
ul { list-style: none; margin: 0 0 1.5rem; padding: 0 }
li { border-block-start: 1px solid var(--rule); padding-block: .7rem; font-family: var(--text) }
li code { display: block; color: var(--quiet); font-size: .8rem }
ul { border-block-end: 1px solid var(--rule) }
p { font-family: var(--text); overflow-wrap: anywhere }
form { display: flex; gap: .75rem; margin-block-start: 2rem }
form button { font-size: 1rem; padding: .75rem 1.6rem }
`;

/** Who asks, for what, and two buttons that post back the page's own query. */
export function renderConsentPage(
  user: User,
  scopes: readonly string[],
  redirectUri: string,
  query: URLSearchParams,
): string {
  const fields = [...query]
    .filter(([name]) => name !== "decision")
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Authorize ${escapeHtml(client.name)}</title>
<style>${paperAndInk}${style}</style>
</head>
<body>
<main>
<p class="label">Emulated sign-in, not Spotify</p>
<h1>${escapeHtml(client.name)} asks to</h1>
<ul>${describeScopes(scopes)}</ul>
<p>You are signed in as <strong>${escapeHtml(user.name)}</strong>. Afterwards you return to ${escapeHtml(redirectUri)}.</p>
<form method="post" action="/authorize/decide">
${fields.join("\n")}
<button type="submit" name="decision" value="agree" class="strong">Agree</button>
<button type="submit" name="decision" value="cancel">Cancel</button>
</form>
</main>
</body>
</html>
`;
}

function describeScopes(scopes: readonly string[]): string {
  const known =
    scopes.length === 0
      ? [["", "See your public profile"]]
      : scopes.map((scope) => [scope, scopeLabels.get(scope)]);
  return known
    .map(
      ([scope, label]) =>
        `<li>${escapeHtml(label ?? "")}<code>${escapeHtml(scope ?? "")}</code></li>`,
    )
    .join("");
}
