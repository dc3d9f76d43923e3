import { parseArgs } from "node:util";
import { disconnectAccount } from "./disconnect/disconnect-account";
import { runTool } from "./run-tool";

const HELP = `npm run disconnect -- [options]

Ends the connection to Spotify, in the store and in .env.local.

  --yes          do not ask
  --file PATH    read and write this file instead of the project's .env files
  --help         this`;

await runTool(async ({ args, start }) => {
  const { values } = parseArgs({
    args,
    options: {
      yes: { type: "boolean", default: false },
      file: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return true;
  }
  const { settings, screen, prompt, make } = start(values.file);
  return disconnectAccount({ settings, screen, prompt, isSure: values.yes, make });
});
