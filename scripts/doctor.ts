import { parseArgs } from "node:util";
import { examine } from "./doctor/examine";
import { runTool } from "./run-tool";

const HELP = `npm run doctor -- [options]

Looks at everything from the environment to what is playing, and says the fix for
each failure. Asks Spotify for at most one token, the account and what plays.

  --json         print the results as JSON, for a bug report; no secret is in it
  --file PATH    read this file instead of the project's .env files
  --help         this`;

await runTool(async ({ args, start }) => {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: "boolean", default: false },
      file: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return true;
  }
  const { settings, screen, make } = start(values.file);
  return examine({ settings, screen, isJson: values.json, make });
});
