import { pageScript } from "./page-script";
import { pageStyle } from "./page-style";
import { faults } from "@/emulator/faults";
import { faultHosts } from "@/emulator/faults/exchange";
import type { FaultHost } from "@/emulator/faults/exchange";
import { escapeHtml } from "@/emulator/http/escape-html";
import { paperAndInk } from "@/emulator/http/paper-and-ink";
import { quirks } from "@/emulator/world";

const hostNames = {
  accounts: "Accounts (token endpoint)",
  api: "Web API",
  images: "Images",
} as const;

const counterNames = {
  token: "Token",
  currentlyPlaying: "Playing",
  recentlyPlayed: "Recent",
  me: "Me",
  image: "Image",
  other: "Other",
} as const;

/** The remote control: a document that knows the tables, and a script that fills it from `/control/state`. */
export function renderControlPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Spotify’s stand-in</title>
<style>${paperAndInk}${pageStyle}</style>
</head>
<body>
<p id="notice" role="alert" hidden></p>
<header><h1>Spotify’s stand-in</h1><p>Plays its own records, and misbehaves on request.</p></header>
<main>
<section class="now" aria-label="Now playing"><div>
<div class="art"><img id="cover" alt="" width="300" height="300" hidden></div>
<div class="words"><p id="title" dir="auto">&nbsp;</p>
<p id="by" dir="auto">&nbsp;</p></div>
<p id="status" class="label">&nbsp;</p>
<input id="position" type="range" min="0" max="1" value="0" step="any" aria-label="Position">
<p class="times" style="margin:0"><span id="elapsed">0:00</span><span id="duration">0:00</span></p>
<p class="keys">${renderKeys()}</p>
</div></section>
<div class="pair">
<section><h2>Programme</h2><ol id="list"></ol></section>
<section><h2>Faults</h2>
${faultHosts.map(renderFaultForm).join("\n")}
<form><label class="wide">Quirk of the player<select id="quirk"><option value="">None</option>${quirks.map((quirk) => `<option>${quirk}</option>`).join("")}</select></label>
<button type="button" data-method="DELETE" data-path="/control/faults">Clear all faults</button></form>
</section>
</div>
<div class="pair">
<section><h2>Connection</h2>
<form id="options">
<label class="wide">Refresh token in refresh answers<select id="rotation"><option value="off">none, as Spotify does now</option><option value="on">a new one, the old stays good</option><option value="strict">a new one, the old is void</option></select></label>
<label class="wide">Signed in as<select id="user"><option value="owner">the owner</option><option value="stranger">a stranger</option><option value="unlisted">somebody not on the app’s list</option></select></label>
<label class="wide">Granted scopes (* for all)<input id="grantedScopes" spellcheck="false" autocomplete="off"></label>
<label class="short">Access token, s<input id="accessTokenSeconds" type="number" min="1"></label>
<label class="short">Refresh token, d<input id="refreshTokenDays" type="number" min="0.001" step="any"></label>
<label class="short">API latency, ms<input id="apiLatency" type="number" min="0"></label>
<button type="submit">Apply</button>
<p class="apply"><button type="button" data-path="/control/expire-access-tokens">Expire access tokens</button>
<button type="button" data-path="/control/revoke">Revoke the app</button></p>
</form>
</section>
<section><div class="heading"><h2>Requests</h2><button type="button" data-path="/control/reset-counters">Reset</button></div>
<dl>${Object.entries(counterNames)
    .map(([id, name]) => `<div><dt>${name}</dt><dd id="count-${id}">0</dd></div>`)
    .join("")}</dl>
<div class="log" tabindex="0" role="region" aria-label="Last requests" style="margin-block-start:1rem"><table><thead><tr><th>Time</th><th>Request</th><th>Status</th><th>Fault</th></tr></thead><tbody id="log"></tbody></table></div>
</section>
</div>
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}

function renderKeys(): string {
  const keys = [
    ["previous", "Previous"],
    ["play", "Play"],
    ["pause", "Pause"],
    ["next", "Next"],
    ["silence", "Silence"],
  ];
  return keys
    .map(
      ([id, label]) =>
        `<button type="button" id="${id}" data-path="/control/${id}">${label}</button>`,
    )
    .join("");
}

function renderFaultForm(host: FaultHost): string {
  const options = faults
    .filter((fault) => fault.hosts.includes(host))
    .map(({ id, label }) => `<option value="${escapeHtml(id)}">${escapeHtml(label)}</option>`);
  const name = hostNames[host];
  return `<form data-host="${host}"><strong>${name}</strong><p class="force" id="force-${host}">Sound</p>
<label class="wide">What goes wrong<select name="fault" aria-label="${name}: what goes wrong">${options.join("")}</select></label>
<label class="short">Times<input name="times" type="number" min="1" placeholder="always"></label>
<label class="short">Retry-After, s<input name="retryAfterSeconds" type="number" min="0" placeholder="default"></label>
<button type="submit">Break</button></form>`;
}
