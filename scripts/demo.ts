import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@/emulator/server";
import { end, onInterrupt, waitUntilServing } from "./children";
import { describeEnvironment } from "./emulator-environment";
import { choosePort } from "./ports";
import { fail } from "./project";
import { readyBuild } from "./ready-build";

/** `npm run demo`: the production build, playing, on a machine with nothing but Node. */
async function demo(): Promise<void> {
  const build = await readyBuild(console.log);
  const port = await choosePort(console.log);
  const dataDir = mkdtempSync(join(tmpdir(), "liner-notes-demo-"));
  const emulator = await startEmulator();
  const siteUrl = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(build, "server.js")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...describeEnvironment(emulator, { siteUrl, dataDir }),
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
    },
  });
  const stop = async () => {
    await end(child);
    await emulator.close();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  onInterrupt(stop);
  const gone = once(child, "exit");
  try {
    await Promise.race([waitUntilServing(siteUrl), gone.then(() => refuseToServe())]);
  } catch (error) {
    await stop();
    throw error;
  }

  console.log(`
  The site          ${siteUrl}
  What it serves    ${siteUrl}/api/now-playing
  Press play, pause, skip, or break something
                    ${emulator.url}
                    (a song's end shows at once; what you press within half a minute,
                    for Spotify is asked sparingly)

  Ctrl-C ends everything.
`);
  await gone;
  await stop();
}

function refuseToServe(): never {
  throw new Error("The site ended before it served; see above.");
}

demo().catch(fail);
