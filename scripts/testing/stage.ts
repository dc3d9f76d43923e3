import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@/emulator/server";
import type { EmulatorOptions } from "@/emulator/server";
import { readEnvText } from "@/lib/owner/env-text";
import { createChanges } from "@/scripts/changes";
import type { Settings } from "@/scripts/settings";
import type { Prompt } from "@/scripts/terminal/prompt";
import { createScreen } from "@/scripts/terminal/screen";

/** What the tests of the owner's tools need: Spotify, a folder of their own, and a screen. */

export const SECRET = "a secret of more than thirty-two characters";

type Variables = Readonly<Record<string, string | undefined>>;

export async function setStage(options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options);
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-tools-"));
  const envFile = join(folder, ".env.local");
  const { clientId, clientSecret } = emulator.credentials;
  const surroundings: Variables = {
    SPOTIFY_ACCOUNTS_URL: emulator.url,
    SPOTIFY_API_URL: emulator.url,
    DATA_DIR: join(folder, "data"),
  };
  let shown = "";

  function readVariables(): Record<string, string> {
    try {
      return Object.fromEntries(readEnvText(readFileSync(envFile, "utf8")));
    } catch {
      return {};
    }
  }

  return {
    emulator,
    envFile,
    folder,
    surroundings,
    client: { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_CLIENT_SECRET: clientSecret },
    /** What the environment file holds. */
    readVariables,
    modeOfFile: () => statSync(envFile).mode & 0o777,
    writeFile(text: string): void {
      writeFileSync(envFile, text, { mode: 0o600 });
    },
    /** As `loadSettings` would read them in this shell. */
    settings(shell: Variables = {}, otherSources: Settings["otherSources"] = []): Settings {
      return {
        variables: { ...readVariables(), ...surroundings, ...shell },
        shell,
        envFile,
        envFileName: ".env.local",
        otherSources,
      };
    },
    /** Nobody presses Ctrl-C. */
    make: createChanges(new AbortController().signal).make,
    screen: createScreen({ write: (text) => void (shown += text) }, {}),
    shown: () => shown,
    async strike(): Promise<void> {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** Somebody who gives these answers, one after the other. */
export function answerWith(answers: readonly string[], isTerminal = false) {
  const left = [...answers];
  const asked: string[] = [];
  const prompt: Prompt = {
    isTerminal,
    async ask(question) {
      asked.push(question);
      return left.shift();
    },
    close: () => undefined,
  };
  return { prompt, asked };
}

/** A browser that has agreed before: goes where it is sent, and answers with the last page. */
export async function browse(url: URL | string): Promise<{ status: number; text: string }> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

/** How a piece of work fails; its message. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "no failure",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
