/**
 * The page's own script, plain JavaScript as text. Nothing that comes from the state is ever parsed as HTML.
 */
export const pageScript = String.raw`
const at = (id) => document.getElementById(id);
let state = null, received = 0, seeking = false, lines = "";

async function send(method, path, body) {
  const answer = await fetch(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }) });
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error);
  return value;
}

async function act(method, path, body) {
  try { show(await send(method, path, body)); tell(""); } catch (error) { tell(error.message); }
}

async function refresh() {
  try { show(await send("GET", "/control/state")); if (at("notice").dataset.lost) tell(""); }
  catch { tell("The emulator does not answer."); at("notice").dataset.lost = "1"; }
}

function tell(message) {
  const notice = at("notice");
  delete notice.dataset.lost;
  notice.textContent = message;
  notice.hidden = message === "";
}

function write(node, value) { if (node.textContent !== value) node.textContent = value; }

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
}

function make(tag, name, content) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (content !== undefined) node.textContent = content;
  return node;
}

function show(next) {
  state = next;
  received = performance.now();
  const line = state.playlist[state.index];
  write(at("title"), state.playing ? line.title : "Nothing");
  write(at("by"), state.playing ? line.by : "");
  write(at("status"), status());
  const cover = at("cover");
  const source = state.cover?.replace(/^.*\/image\//, "/control/cover/");
  if (source && cover.getAttribute("src") !== source) cover.src = source;
  cover.hidden = !state.cover;
  at("position").max = state.durationMs;
  write(at("duration"), clock(state.durationMs));
  at("play").disabled = state.isPlaying;
  at("pause").disabled = !state.isPlaying;
  showList();
  showFaults();
  showOptions();
  for (const [name, count] of Object.entries(state.counters)) write(at("count-" + name), String(count));
  showLog();
  move();
}

function status() {
  if (!state.playing || state.playing.type === "silence") return "Silent: answers 204";
  if (state.quirk) return "Quirk: " + state.quirk;
  return state.isPlaying ? "Playing" : "Paused";
}

function showList() {
  const key = JSON.stringify(state.playlist);
  if (key !== lines) {
    lines = key;
    at("list").replaceChildren(...state.playlist.map(makeLine));
  }
  [...at("list").children].forEach((item, index) => {
    const button = item.firstChild;
    if (index === state.index) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
}

function makeLine(line, index) {
  const item = make("li", ["track", "episode", "local"].includes(line.type) ? "" : "oddity");
  const button = make("button");
  button.type = "button";
  const name = make("span", "name");
  const title = make("b", "", line.title);
  title.dir = "auto";
  name.append(title);
  const credit = [line.by, line.explicit ? "explicit" : "", { episode: "episode", local: "local file" }[line.type] ?? ""].filter(Boolean).join(" · ");
  if (credit) name.append(make("span", "", credit));
  name.title = line.title;
  button.append(make("span", "number", String(index + 1)), name, make("span", "", clock(line.durationMs)));
  button.addEventListener("click", () => act("POST", "/control/jump", { index }));
  item.append(button);
  return item;
}

function showFaults() {
  for (const host of ["accounts", "api", "images"]) {
    const order = state.faults[host];
    const node = at("force-" + host);
    write(node, order ? order.fault + (order.times === null ? ", until cleared" : ", " + order.times + " more") : "Sound");
    node.toggleAttribute("data-on", Boolean(order));
  }
  const quirk = at("quirk");
  if (document.activeElement !== quirk) quirk.value = state.quirk ?? "";
}

function showOptions() {
  const values = { rotation: state.options.rotation, user: state.options.user, accessTokenSeconds: state.options.accessTokenSeconds, refreshTokenDays: state.options.refreshTokenDays, apiLatency: state.options.latencyMs.api, grantedScopes: (state.options.grantedScopes ?? ["*"]).join(" ") };
  for (const [id, value] of Object.entries(values)) if (!at("options").contains(document.activeElement)) at(id).value = value;
}

function showLog() {
  const rows = state.log.toReversed().map((entry) => {
    const row = make("tr");
    const what = [entry.path + (entry.query ? "?" + entry.query : ""), entry.grantType].filter(Boolean).join("  ");
    row.append(make("td", "", new Date(entry.at).toLocaleTimeString("en-GB")), make("td", "", entry.method + " " + what), make("td", "", String(entry.status ?? "–")), make("td", "", entry.fault ?? ""));
    row.children[1].title = what;
    return row;
  });
  at("log").replaceChildren(...rows);
}

function move() {
  if (!state) return;
  const runs = state.isPlaying && state.playing;
  const ms = state.positionMs + (runs ? performance.now() - received : 0);
  const shown = state.quirk === "ghost" ? ms : Math.min(ms, state.durationMs);
  if (seeking) return write(at("elapsed"), clock(at("position").valueAsNumber));
  at("position").value = shown;
  at("position").setAttribute("aria-valuetext", clock(shown) + " of " + clock(state.durationMs));
  write(at("elapsed"), clock(shown));
  if (runs && state.quirk !== "ghost" && ms > state.durationMs + 50 && !state.asked) { state.asked = true; refresh(); }
}

for (const button of document.querySelectorAll("button[data-path]"))
  button.addEventListener("click", () => act(button.dataset.method ?? "POST", button.dataset.path));

at("position").addEventListener("input", () => { seeking = true; move(); });
at("position").addEventListener("change", () => { seeking = false; act("POST", "/control/seek", { positionMs: at("position").valueAsNumber }); });
at("quirk").addEventListener("change", () => act("POST", "/control/quirk", { quirk: at("quirk").value || null }));

for (const form of document.querySelectorAll("form[data-host]"))
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const whole = (name) => (data.get(name) === "" ? {} : { [name]: Number(data.get(name)) });
    act("POST", "/control/fault", { host: form.dataset.host, fault: data.get("fault"), ...whole("times"), ...whole("retryAfterSeconds") });
  });

at("options").addEventListener("submit", (event) => {
  event.preventDefault();
  document.activeElement?.blur();
  const scopes = at("grantedScopes").value.trim();
  act("POST", "/control/options", {
    rotation: at("rotation").value, user: at("user").value,
    accessTokenSeconds: at("accessTokenSeconds").valueAsNumber, refreshTokenDays: at("refreshTokenDays").valueAsNumber,
    latencyMs: { api: at("apiLatency").valueAsNumber },
    grantedScopes: scopes === "*" ? null : scopes.split(/\s+/).filter(Boolean),
  });
});

refresh();
setInterval(() => { if (!document.hidden) refresh(); }, 1000);
setInterval(move, 250);
document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
`;
