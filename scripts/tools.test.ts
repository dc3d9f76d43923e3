import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withFileMutex } from "@/lib/store/file-mutex";
import { end } from "./children";
import { ROOT } from "./project";
import { connectOn, findAnswer } from "./testing/connect";
import { setStage } from "./testing/stage";
import type { Stage } from "./testing/stage";

/** The tools as they are run: processes of their own, with answers from a pipe. */

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

/** Starts a tool; `text` is all that it has printed so far. */
function start(tool: string, args: readonly string[], answers = "", surroundings = {}) {
  const child = spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", `scripts/${tool}.ts`, "--file", stage.envFile, ...args],
    {
      cwd: ROOT,
      // Nothing of the developer's own shell.
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        HOME: stage.folder,
        ...stage.surroundings,
        ...surroundings,
      },
    },
  );
  let text = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: unknown) => {
    text += String(chunk);
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  // It stays open, as the pipe of a program that has more to say.
  child.stdin.write(answers);
  const exit = once(child, "close").then(([code]) => Number(code));
  return {
    child,
    exit,
    text: () => text,
    /** The same in one line. */
    words: () => text.replaceAll(/\s+/g, " ").trim(),
    /** Waits until this is printed. */
    until: (pattern: RegExp) =>
      new Promise<string>((resolve) => {
        const listener = () => {
          const found = pattern.exec(text)?.[1];
          if (found !== undefined) resolve(found);
        };
        listeners.add(listener);
        listener();
      }),
  };
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

const ADDRESS = /^(http:\S+\/authorize\S+)$/m;
const answers = () => Object.values(stage.client).join("\n") + "\n";

describe("npm run connect, doctor and disconnect", () => {
  it("take a site from nothing to music and back, and show no secret", async () => {
    const connect = start("connect", [], answers());
    const address = new URL(await connect.until(ADDRESS));
    const callback = await findAnswer(address);
    const page = await (await fetch(callback)).text();
    expect(await connect.exit).toBe(0);
    expect(stage.modeOfFile()).toBe(0o600);
    const variables = stage.readVariables();

    const doctor = start("doctor", []);
    expect(await doctor.exit).toBe(0);
    expect(doctor.text()).toContain("All is well.");

    const disconnect = start("disconnect", ["--yes"]);
    expect(await disconnect.exit).toBe(0);
    expect(stage.readVariables()).not.toHaveProperty("SPOTIFY_REFRESH_TOKEN");

    const shown = page + connect.text() + doctor.text() + disconnect.text();
    for (const secret of [
      variables.SPOTIFY_CLIENT_SECRET,
      variables.SPOTIFY_REFRESH_TOKEN,
      variables.SESSION_SECRET,
      callback.searchParams.get("code"),
    ]) {
      expect(secret).toBeTruthy();
      expect(shown).not.toContain(secret);
    }
    // As tokens and codes of Spotify's begin.
    expect(shown).not.toMatch(/\b[AB]Q[\w-]{20}/);
    expect(shown).not.toContain("\u001B");
    expect(readFileSync(`${stage.folder}/data/connection_grant.json`, "utf8")).not.toContain("v1.");
  }, 20_000);

  it("take no file that is not there for an empty one, unless they write it", async () => {
    const tools = [start("doctor", ["--json"]), start("disconnect", ["--yes"])];
    expect(await Promise.all(tools.map(({ exit }) => exit))).toEqual([1, 1]);
    for (const { words } of tools) {
      expect(words()).toBe(`There is no file ${stage.envFile}. Mend --file, or leave it out.`);
    }
  }, 20_000);

  it("say what is wrong in a line, and end with 1", async () => {
    stage.writeFile("");
    const [doctor, connect, disconnect] = [
      start("doctor", ["--json"]),
      start("connect", ["--port", "x"]),
      start("disconnect", ["--nonsense"]),
    ];
    expect(await Promise.all([doctor.exit, connect.exit, disconnect.exit])).toEqual([1, 1, 1]);
    expect(JSON.parse(doctor.text())).toMatchObject({
      ok: false,
      results: [{ code: "not_configured" }],
    });
    expect(connect.text()).toBe("--port must be a whole number from 1 to 65535.\n");
    expect(disconnect.text()).toContain("--nonsense");
  }, 20_000);
});

const HELD = "connection_grant.json.writing";

/** Drafts beside a mutex, one for each process that waits for it. */
function listWaiting(): string[] {
  const names = readdirSync(join(stage.folder, "data"));
  return names.filter((name) => name.startsWith(`${HELD}.`));
}

describe("Ctrl-C", () => {
  it("ends connect with nothing written, whatever it waits for", async () => {
    const asking = start("connect", []);
    const waiting = start("connect", ["--no-open"], answers());
    await asking.until(/(Client ID:)/);
    asking.child.kill("SIGINT");
    const address = await waiting.until(ADDRESS);
    waiting.child.kill("SIGINT");
    expect([await asking.exit, await waiting.exit]).toEqual([130, 130]);
    expect(asking.text()).toContain("Ended. Nothing was changed.");
    expect(existsSync(stage.envFile)).toBe(false);
    const redirectUri = new URL(address).searchParams.get("redirect_uri") ?? "";
    await expect(fetch(redirectUri)).rejects.toThrow();
    await Promise.all([end(asking.child), end(waiting.child)]);
  }, 20_000);

  it.each([
    ["HEAD", "Ended. Nothing was changed."],
    ["POST", "Ended. Spotify was being asked for a token: if `npm run doctor` says invalid_grant"],
  ])(
    "ends doctor while Spotify is silent after %s",
    async (method, message) => {
      await connectOn(stage);
      const spotify = createServer((request, response) => {
        if (request.method === method) spotify.emit("silence");
        else response.end();
      });
      const url = await listen(spotify);
      const silence = once(spotify, "silence");
      const hosts = { SPOTIFY_ACCOUNTS_URL: url, SPOTIFY_API_URL: url };
      const doctor = start("doctor", [], "", hosts);
      await silence;
      doctor.child.kill("SIGINT");
      expect(await doctor.exit).toBe(130);
      expect(doctor.words()).toContain(message);
      spotify.closeAllConnections();
      spotify.close();
    },
    20_000,
  );

  it("ends disconnect while its store is held by another process", async () => {
    await connectOn(stage);
    const { SPOTIFY_REFRESH_TOKEN: token } = stage.readVariables();
    await withFileMutex(join(stage.folder, "data", HELD), 1_000, async () => {
      const disconnect = start("disconnect", ["--yes"]);
      await expect.poll(listWaiting, { timeout: 10_000 }).toHaveLength(1);
      disconnect.child.kill("SIGINT");
      expect(await disconnect.exit).toBe(130);
      expect(disconnect.words()).toBe(
        "Ended. The site was being disconnected: run `npm run disconnect` again.",
      );
    });
    expect(stage.readVariables().SPOTIFY_REFRESH_TOKEN).toBe(token);
    const again = start("disconnect", ["--yes"]);
    expect(await again.exit).toBe(0);
    expect(again.text()).toContain("The site is disconnected");
  }, 20_000);
});
