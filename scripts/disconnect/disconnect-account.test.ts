import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createConnection } from "@/lib/connection/connection";
import type { Connection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import { parseEnvironment } from "@/lib/environment";
import { Secret } from "@/lib/secret";
import { openProjectStore } from "@/scripts/settings";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import { connectOn } from "@/scripts/testing/connect";
import { answerWith, messageOf, setStage } from "@/scripts/testing/stage";
import type { Stage } from "@/scripts/testing/stage";
import { disconnectAccount } from "./disconnect-account";

let stage: Stage;
let before: Record<string, string>;
beforeEach(async () => {
  stage = await setStage();
  await connectOn(stage);
  before = stage.readVariables();
});
afterEach(() => stage.strike());

function disconnect(more: Partial<Parameters<typeof disconnectAccount>[0]> = {}): Promise<boolean> {
  const { prompt } = answerWith([]);
  const settings = stage.settings();
  const { screen, make } = stage;
  return disconnectAccount({ settings, prompt, screen, make, isSure: true, ...more });
}

/** A site that was started before, with all that stood in the file then. */
function startSite(): Connection {
  const { environment } = parseEnvironment({ ...stage.surroundings, ...before });
  const {
    refreshToken = new Secret(""),
    connectedAt,
    credentials,
    sessionSecret = new Secret(""),
  } = environment;
  return createConnection({
    hosts: environment,
    credentials: credentials ?? { clientId: "", clientSecret: new Secret("") },
    environment: { refreshToken, connectedAt },
    store: openProjectStore(environment, { warn: () => undefined }),
    seal: createSeal(sessionSecret),
    log: SILENT_LOG,
  });
}

it("takes the tokens out of the file and the store, and leaves the rest", async () => {
  expect(await disconnect()).toBe(true);
  const { SPOTIFY_REFRESH_TOKEN: token = "", SPOTIFY_CONNECTED_AT: _, ...rest } = before;
  expect(stage.readVariables()).toEqual(rest);
  expect(readFileSync(join(stage.folder, "data/connection_grant.json"), "utf8")).toContain(
    "disconnectedAt",
  );
  expect(stage.shown()).not.toContain(token);
  expect(stage.shown()).toContain("https://www.spotify.com/account/apps/");
});

it("stops a site that runs, and a second time does not start it again", async () => {
  await startSite().withAccessToken(async () => undefined);
  for (let times = 0; times < 2; times++) {
    expect(await disconnect()).toBe(true);
    const work = startSite().withAccessToken(async () => undefined);
    expect(await messageOf(work)).toContain("ended by its owner");
  }
  expect(stage.shown()).toContain("No Spotify account is connected here.");
});

it("finishes what was cut off in the middle", async () => {
  await startSite().disconnect();
  const { environment } = parseEnvironment({ ...stage.surroundings, ...before });
  const store = openProjectStore(environment, { warn: () => undefined });
  await store.set("now-playing/truth", "a song");
  expect(await disconnect()).toBe(true);
  expect(await store.get("now-playing/truth")).toBeUndefined();
  expect(stage.readVariables()).not.toHaveProperty("SPOTIFY_REFRESH_TOKEN");
});

it("can be undone by another sign-in", async () => {
  await disconnect();
  await connectOn(stage);
  expect(await startSite().withAccessToken(async () => "listens")).toBe("listens");
});

it("names where else the token is set", async () => {
  const otherSources = [
    { name: "your shell", isStronger: true, sets: new Set(["SPOTIFY_REFRESH_TOKEN"]) },
    { name: ".env", isStronger: false, sets: new Set(["SPOTIFY_CONNECTED_AT"]) },
  ];
  await disconnect({ settings: stage.settings({}, otherSources) });
  expect(stage.shown()).toContain("SPOTIFY_REFRESH_TOKEN is still set in your shell");
  expect(stage.shown()).toContain("SPOTIFY_CONNECTED_AT is still set in .env:");
});

it.each([
  ["yes", "no failure"],
  ["", "Nothing was changed."],
])("does what is answered at a terminal: %j", async (answer, message) => {
  const { prompt } = answerWith([answer], true);
  expect(await messageOf(disconnect({ isSure: false, prompt }))).toBe(message);
  expect(stage.readVariables().SPOTIFY_REFRESH_TOKEN === undefined).toBe(answer === "yes");
});

it("wants to be told to be sure where nobody can be asked", async () => {
  expect(await messageOf(disconnect({ isSure: false }))).toContain("Add --yes");
  expect(stage.readVariables()).toEqual(before);
});

it("changes nothing while the store cannot be used, so that it can be done again", async () => {
  for (const variables of [
    { DATA_DIR: stage.envFile },
    { REDIS_URL: "redis://:hidden-word@127.0.0.1:1" },
    { REDIS_URL: "http://:hidden-word@nowhere" },
  ]) {
    const message = await messageOf(disconnect({ settings: stage.settings(variables) }));
    expect(message).toContain("Nothing was changed");
    expect(message).not.toContain("hidden-word");
  }
  expect(stage.readVariables()).toEqual(before);
});
