import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConnection } from "@/lib/connection/connection";
import type { Connection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import { parseEnvironment } from "@/lib/environment";
import { Secret } from "@/lib/secret";
import { SpotifyError } from "@/lib/spotify/errors";
import { say } from "@/lib/telling/say";
import { openProjectStore } from "@/scripts/settings";
import { connectOn } from "@/scripts/testing/connect";
import { SECRET, answerWith, browse, messageOf, setStage } from "@/scripts/testing/stage";
import type { Stage } from "@/scripts/testing/stage";

const MINUTE = 60_000;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

/** A site that runs with these variables on the tool's store. */
function runSite(variables: Record<string, string>): Connection {
  const { environment } = parseEnvironment({ ...stage.surroundings, ...variables });
  const { refreshToken, connectedAt, sessionSecret, credentials } = environment;
  return createConnection({
    hosts: environment,
    credentials: credentials ?? { clientId: "", clientSecret: new Secret("") },
    environment: refreshToken === undefined ? undefined : { refreshToken, connectedAt },
    store: openProjectStore(environment, { warn: () => undefined }),
    seal: createSeal(sessionSecret ?? new Secret("")),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
}

describe("a sign-in", () => {
  it("from nothing writes all that the site needs, and says what plays", async () => {
    expect(await connectOn(stage)).toBe(true);
    const written = stage.readVariables();
    expect(Object.keys(written)).toEqual([
      "SPOTIFY_CLIENT_ID",
      "SPOTIFY_CLIENT_SECRET",
      "SPOTIFY_REFRESH_TOKEN",
      "SPOTIFY_CONNECTED_AT",
      "SPOTIFY_OWNER_ID",
      "SESSION_SECRET",
    ]);
    expect(written).toMatchObject({ ...stage.client, SPOTIFY_OWNER_ID: "marginalia-owner" });
    expect(written.SESSION_SECRET).toMatch(/^[\w-]{43}$/);
    expect(parseEnvironment(written).problems).toEqual([]);
    expect(stage.modeOfFile()).toBe(0o600);
    expect(stage.shown()).toContain("Signed in as Ada Quill (marginalia-owner).");
    expect(stage.shown()).toMatch(/^Playing: .+ by .+\.$/m);
    expect(stage.shown()).toContain("http://127.0.0.1/owner/callback");
    expect(stage.shown()).toMatch(/ends this sign-in on \d{4}-\d\d-\d\d/);
  });

  it("asks for both scopes, and shows Spotify's page to nobody who has agreed before", async () => {
    let asked: URL | undefined;
    await connectOn(stage, { visit: async (url) => browse((asked = url)) });
    expect(asked?.searchParams.get("scope")).toBe(
      "user-read-currently-playing user-read-recently-played",
    );
    expect(asked?.searchParams.get("show_dialog")).toBe("false");
  });

  it("asks nothing where the shell has the app, and says nothing of its secrets", async () => {
    const { prompt, asked } = answerWith([]);
    expect(await connectOn(stage, { settings: stage.settings(stage.client), prompt })).toBe(true);
    expect(asked).toEqual([]);
    const { SPOTIFY_CLIENT_SECRET, SPOTIFY_REFRESH_TOKEN, SESSION_SECRET } = stage.readVariables();
    for (const secret of [SPOTIFY_CLIENT_SECRET, SPOTIFY_REFRESH_TOKEN, SESSION_SECRET]) {
      expect(secret).toBeTruthy();
      expect(stage.shown()).not.toContain(secret);
    }
  });

  it("keeps the session secret and everything else of the file", async () => {
    stage.writeFile(`# mine\nSESSION_SECRET="${SECRET}" # old\nSPOTIFY_DAILY_BUDGET=500\n`);
    await connectOn(stage);
    expect(stage.readVariables()).toMatchObject({
      SESSION_SECRET: SECRET,
      SPOTIFY_DAILY_BUDGET: "500",
    });
    expect(stage.shown()).not.toContain("SESSION_SECRET is new");
  });

  it("registers the site's own address too, where it is known", async () => {
    await connectOn(stage, { settings: stage.settings({ SITE_URL: "https://site.example/" }) });
    expect(stage.shown()).toContain("https://site.example/owner/callback");
  });

  it("warns of what counts before the file", async () => {
    const otherSources = [
      { name: "your shell", isStronger: true, sets: new Set(["SPOTIFY_REFRESH_TOKEN"]) },
      { name: ".env", isStronger: false, sets: new Set(["SPOTIFY_CLIENT_ID"]) },
    ];
    await connectOn(stage, { settings: stage.settings({}, otherSources) });
    expect(stage.shown()).toContain("SPOTIFY_REFRESH_TOKEN is also set in your shell");
    expect(stage.shown()).not.toContain("SPOTIFY_CLIENT_ID is also set");
  });
});

/** The variables of a site that was connected before. */
function before(day: Record<string, string>): Record<string, string> {
  const variables = {
    ...stage.client,
    SPOTIFY_REFRESH_TOKEN: stage.emulator.credentials.refreshToken,
    SESSION_SECRET: SECRET,
    ...day,
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  stage.writeFile(lines.join(""));
  return variables;
}

/** A call of the site's that Spotify answers. */
function listen(site: Connection): Promise<number> {
  return site.withAccessToken(async (token) => {
    const headers = { authorization: `Bearer ${token.reveal()}` };
    const { status } = await fetch(`${stage.emulator.url}/v1/me`, { headers });
    if (status === 401) throw new SpotifyError("unauthorized", say`Spotify refused the token.`);
    return status;
  });
}

describe("a site that runs", () => {
  it.each([
    ["whose sign-in has no day", {}],
    ["whose sign-in was today", { SPOTIFY_CONNECTED_AT: new Date(Date.now()).toISOString() }],
    ["whose sign-in was long ago", { SPOTIFY_CONNECTED_AT: "2026-01-01" }],
  ])("%s takes the new one at once, and still has it after a restart", async (_, day) => {
    const variables = before(day);
    const running = runSite(variables);
    await listen(running);
    await running.disconnect();
    expect(await messageOf(listen(running))).toContain("ended by its owner");

    expect(await connectOn(stage)).toBe(true);
    for (const site of [runSite(variables), runSite(stage.readVariables())]) {
      expect(await listen(site)).toBe(200);
      expect(Math.abs((site.status().authorizedAt ?? 0) - Date.now())).toBeLessThan(MINUTE);
    }
  });

  it("keeps what Spotify made of the sign-in since, also after a restart", async () => {
    before({ SPOTIFY_CONNECTED_AT: "2026-01-01" });
    await connectOn(stage);
    stage.emulator.control.options({ rotation: "strict" });
    for (let starts = 0; starts < 3; starts++) {
      stage.emulator.control.expireAccessTokens();
      expect(await listen(runSite(stage.readVariables()))).toBe(200);
    }
  });
});

it("writes what was obtained even where the music cannot be read, and says why", async () => {
  const screen = {
    ...stage.screen,
    say(text = "") {
      stage.screen.say(text);
      if (text.startsWith("Signed in as"))
        stage.emulator.control.fault({ host: "api", fault: "429-quota" });
    },
  };
  expect(await connectOn(stage, { screen })).toBe(false);
  expect(stage.shown()).toContain(
    "What is playing could not be read. The developer account's daily",
  );
  expect(stage.readVariables().SPOTIFY_REFRESH_TOKEN).toBeTruthy();
  expect(await messageOf(connectOn(stage))).toMatch(/^Spotify asked to be left alone until .* UTC/);
});

it("says what went wrong with the store, and that a site must be started again", async () => {
  stage.writeFile("");
  const settings = stage.settings({ DATA_DIR: stage.envFile });
  expect(await connectOn(stage, { settings })).toBe(false);
  expect(stage.shown().replaceAll(/\s+/g, " ")).toContain(
    "A site that runs must be started again: its store could not be told.",
  );
  expect(stage.readVariables().SPOTIFY_REFRESH_TOKEN).toBeTruthy();
});
