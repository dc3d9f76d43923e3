import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import nextEnv from "@next/env";
import { startEmulator } from "@/emulator/server";
import { end, onInterrupt } from "./children";
import { describeEnvironment } from "./emulator-environment";
import { generateForDev } from "./generate/generate-for-dev";
import { writeBuiltContent } from "./generate/write-built-content";
import { watchContent } from "./generate/watch-content";
import { choosePort } from "./ports";
import { NEXT_CLI, ROOT, fail } from "./project";

/** `npm run dev`: the development server, with a real account if there is one, else the emulator. */
async function dev(): Promise<void> {
  nextEnv.loadEnvConfig(ROOT, true, { info: () => undefined, error: console.error });
  await generateForDev();
  const port = await choosePort(console.log);
  const { SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET, SPOTIFY_REFRESH_TOKEN } = process.env;
  const isReal = Boolean(SPOTIFY_CLIENT_ID || SPOTIFY_CLIENT_SECRET || SPOTIFY_REFRESH_TOKEN);
  const emulator = isReal ? undefined : await startEmulator();
  const siteUrl = `http://127.0.0.1:${port}`;
  if (emulator) {
    console.log(`No Spotify account is set, so an emulator plays. Control it at ${emulator.url}`);
  }
  const overrides = emulator
    ? describeEnvironment(emulator, { siteUrl, dataDir: join(ROOT, ".data/emulator") })
    : {};
  const child = spawn(process.execPath, [NEXT_CLI, "dev", "-p", String(port), "-H", "127.0.0.1"], {
    stdio: "inherit",
    cwd: ROOT,
    env: { ...process.env, ...overrides },
  });
  const stopWatching = watchContent({
    root: ROOT,
    regenerate: () => writeBuiltContent({ showDrafts: true }),
    say: console.log,
  });
  onInterrupt(async () => {
    stopWatching();
    await end(child);
    await emulator?.close();
  });
  const [code] = await once(child, "exit");
  stopWatching();
  await emulator?.close();
  process.exit(Number(code ?? 0));
}

dev().catch(fail);
