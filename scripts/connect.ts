import { parseArgs } from "node:util";
import { connectAccount } from "./connect/connect-account";
import { openBrowser } from "./connect/open-browser";
import { runTool } from "./run-tool";

const HELP = `npm run connect -- [options]

Signs you in with Spotify and writes .env.local.

  --port N           listen for Spotify's answer on this port (any free one)
  --no-open          do not open the browser
  --replace-owner    another account may take the place of SPOTIFY_OWNER_ID
  --file PATH        read and write this file instead of the project's .env files
  --help             this

Client ID and secret are asked for. With SPOTIFY_CLIENT_ID and
SPOTIFY_CLIENT_SECRET in the shell they are not; from a pipe they are read one
line each.`;

await runTool(async ({ args, start }) => {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "0" },
      "no-open": { type: "boolean", default: false },
      "replace-owner": { type: "boolean", default: false },
      file: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return true;
  }
  const { settings, screen, prompt, signal, make } = start(values.file, { mayBeNew: true });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error("--port must be a whole number from 1 to 65535.");
  }
  const mayOpen = !values["no-open"] && process.stdout.isTTY;
  return connectAccount({
    settings,
    prompt,
    screen,
    open: (url) => mayOpen && openBrowser(url, settings.shell),
    port,
    mayReplaceOwner: values["replace-owner"],
    signal,
    make,
  });
});
