import { join } from "node:path";
import { run } from "./children";
import { ROOT, fail } from "./project";

/** `npm run pictures`: renews the README's pictures from the production build. */
run(process.execPath, [join(ROOT, "node_modules/@playwright/test/cli.js"), "test", "pictures"], {
  cwd: ROOT,
  env: { ...process.env, PICTURES: "1" },
}).catch(fail);
