import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agree, connectOn, findAnswer } from "@/scripts/testing/connect";
import { answerWith, browse, messageOf, setStage } from "@/scripts/testing/stage";
import type { Stage } from "@/scripts/testing/stage";

const MINUTE = 60_000;

let now: () => number;
let stage: Stage;
beforeEach(async () => {
  now = Date.now;
  stage = await setStage({ now: () => now() });
});
afterEach(() => stage.strike());

describe("a sign-in that comes to nothing", () => {
  afterEach(() => {
    expect(existsSync(stage.envFile)).toBe(false);
    expect(existsSync(`${stage.folder}/data/connection_grant.json`)).toBe(false);
  });

  it("is one that the author denies", async () => {
    const pages: string[] = [];
    const visit = async (url: URL) => {
      const answer = await findAnswer(url);
      answer.searchParams.delete("code");
      answer.searchParams.set("error", "access_denied");
      pages.push((await browse(answer)).text);
    };
    expect(await messageOf(connectOn(stage, { visit }))).toContain(
      "(access_denied). Sign in again",
    );
    expect(pages[0]).toContain("Spotify was told not to connect");
  });

  it("is one of an account that is not on the app's list", async () => {
    stage.emulator.control.options({ user: "unlisted" });
    expect(await messageOf(connectOn(stage, { visit: agree }))).toContain("User Management");
  });

  it("is one without the scope that is needed", async () => {
    stage.emulator.control.options({ grantedScopes: ["user-read-recently-played"] });
    expect(await messageOf(connectOn(stage))).toContain("insufficient scope");
  });

  it("is one whose code is too old", async () => {
    const work = connectOn(stage, {
      async visit(url) {
        const answer = await findAnswer(url);
        now = () => Date.now() + 11 * MINUTE;
        await browse(answer);
      },
    });
    expect(await messageOf(work)).toContain("older than ten minutes");
  });

  it("is one with a wrong secret", async () => {
    const [clientId = ""] = Object.values(stage.client);
    const { prompt } = answerWith([clientId, "0".repeat(32)]);
    expect(await messageOf(connectOn(stage, { prompt }))).toContain("invalid_client");
  });

  it("is one that Spotify does not answer", async () => {
    const visit = async (url: URL) => {
      const answer = await findAnswer(url);
      await stage.emulator.close();
      await browse(answer);
    };
    expect(await messageOf(connectOn(stage, { visit }))).toContain(
      "could not be reached (ECONNREFUSED)",
    );
  });

  it("is one that nobody ends", async () => {
    const work = connectOn(stage, { visit: async () => undefined, timeoutMs: 50 });
    expect(await messageOf(work)).toContain("Nobody came back from Spotify within 1 minutes");
  });

  it("is one that is interrupted", async () => {
    const interruption = new AbortController();
    const visit = async () => interruption.abort(new Error("Ended."));
    expect(await messageOf(connectOn(stage, { visit, signal: interruption.signal }))).toBe(
      "Ended.",
    );
  });

  it("is one in surroundings that are malformed, and says which variable", async () => {
    const settings = stage.settings({ REDIS_URL: "http://user:hidden@host", SITE_URL: "nonsense" });
    const message = await messageOf(connectOn(stage, { settings }));
    expect(message).toContain("REDIS_URL cannot be used; expected:");
    expect(message).toContain("SITE_URL cannot be used; expected:");
    expect(message).not.toContain("hidden");
  });
});

it("goes on waiting after an answer to another sign-in", async () => {
  const pages: { status: number; text: string }[] = [];
  const visit = async (url: URL) => {
    const answer = await findAnswer(url);
    for (const [name, value] of [
      ["state", "wrong"],
      ["error", "access_denied"],
    ] as const) {
      const foreign = new URL(answer);
      foreign.searchParams.set(name, value);
      if (name === "error") foreign.searchParams.delete("state");
      pages.push(await browse(foreign));
    }
    const double = new URL(answer);
    double.searchParams.append("code", "another");
    pages.push(await browse(double));
    pages.push(...(await Promise.all([browse(answer), browse(answer)])));
  };
  expect(await connectOn(stage, { visit })).toBe(true);
  expect(pages.map(({ status }) => status)).toEqual([400, 400, 400, 200, 200]);
  expect(pages[0]?.text).toContain("belongs to another sign-in");
  expect(stage.emulator.control.state().counters.token).toBe(1);
});

describe("another account than the known owner's", () => {
  const known = `SPOTIFY_OWNER_ID=marginalia-owner\n`;
  beforeEach(() => {
    stage.writeFile(known);
    stage.emulator.control.options({ user: "stranger" });
  });

  it("changes nothing where nobody can be asked", async () => {
    const pages: { status: number; text: string }[] = [];
    const visit = async (url: URL) => pages.push(await agree(url));
    expect(await messageOf(connectOn(stage, { visit }))).toContain("--replace-owner");
    expect(stage.shown()).toContain("SPOTIFY_OWNER_ID names another account so far");
    expect(pages[0]).toMatchObject({
      status: 403,
      text: expect.stringContaining("Another account"),
    });
    expect(stage.readVariables()).toEqual({ SPOTIFY_OWNER_ID: "marginalia-owner" });
  });

  it("becomes the owner when that is wanted", async () => {
    expect(await connectOn(stage, { visit: agree, mayReplaceOwner: true })).toBe(true);
    expect(stage.readVariables().SPOTIFY_OWNER_ID).not.toBe("marginalia-owner");
  });

  it.each([
    ["yes", true],
    ["no", false],
  ])("does as the person at the terminal says: %s", async (word, isReplaced) => {
    const { prompt } = answerWith([...Object.values(stage.client), word], true);
    const message = await messageOf(connectOn(stage, { visit: agree, prompt }));
    expect(message).toMatch(isReplaced ? /no failure/ : /Nothing was written/);
    expect(stage.readVariables().SPOTIFY_OWNER_ID === "marginalia-owner").toBe(!isReplaced);
  });
});
