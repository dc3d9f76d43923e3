import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findFreePort } from "@/lib/store/testing/redis-server";
import { end, waitUntilServing } from "@/scripts/children";

/** npm's registry as it stood on that day: nothing newer is installed, whatever a range allows. */
const AS_OF = "2026-11-21";

const CREATE =
  "npx --yes create-next-app@16.4.3 app --ts --tailwind --app --empty --no-eslint --use-npm --yes --disable-git";

/** An app as somebody has it who has just run `create-next-app` and `shadcn init`. */
export interface FreshApp {
  /** Runs a command as it would be typed in the app's folder, and answers what it printed. */
  type(command: string, variables?: Readonly<Record<string, string>>): Promise<string>;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Serves the last build with these variables; answers its address. */
  start(variables: Readonly<Record<string, string>>): Promise<string>;
  log(): string;
  remove(): Promise<void>;
}

export async function createFreshApp(): Promise<FreshApp> {
  const place = mkdtempSync(join(tmpdir(), "liner-notes-fresh-"));
  const folder = join(place, "app");
  // What the next command will need is fetched beside the app's own packages.
  await Promise.all([type(place, CREATE), type(place, "npx --yes shadcn@4.23.0 --version")]);
  let server: ChildProcess | undefined;
  let printed = "";

  const app: FreshApp = {
    type: (command, variables) => type(folder, command, variables),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    async start(variables) {
      const port = String(await findFreePort());
      const next = join(folder, "node_modules/next/dist/bin/next");
      server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", port], {
        cwd: folder,
        env: { ...describeShell(), ...variables },
        stdio: ["ignore", "pipe", "pipe"],
      });
      server.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      server.stderr?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      await waitUntilServing(`http://127.0.0.1:${port}/`);
      return `http://127.0.0.1:${port}`;
    },
    log: () => printed,
    async remove() {
      if (server) await end(server);
      rmSync(place, { recursive: true, force: true });
    },
  };
  await initialise(app);
  return app;
}

/** @throws with all that was printed, when the command fails */
async function type(
  folder: string,
  command: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(command, {
    cwd: folder,
    shell: true,
    env: { ...describeShell(), ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`\`${command}\` ended with ${String(code)}:\n${printed}`);
  return printed;
}

/** This shell without what the npm that runs the tests says of this project. */
function describeShell(): NodeJS.ProcessEnv {
  const shell = { ...process.env };
  for (const name of Object.keys(shell)) {
    if (/^(?:npm_(?!config_)|npm_config_local_prefix$|INIT_CWD$|NODE_ENV$)/i.test(name))
      Reflect.deleteProperty(shell, name);
  }
  return Object.assign(shell, {
    npm_config_before: AS_OF,
    npm_config_prefer_offline: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
    NEXT_TELEMETRY_DISABLED: "1",
  });
}

/** What `shadcn init` writes with its defaults; it would fetch this from ui.shadcn.com. */
async function initialise({ type, read, write }: FreshApp): Promise<void> {
  write("components.json", JSON.stringify(COMPONENTS, null, 2));
  write("app/globals.css", `${read("app/globals.css")}\n${THEME}`);
  write("lib/utils.ts", UTILS);
  await type("npm install clsx tailwind-merge");
}

const COMPONENTS = {
  $schema: "https://ui.shadcn.com/schema.json",
  style: "base-nova",
  rsc: true,
  tsx: true,
  tailwind: {
    config: "",
    css: "app/globals.css",
    baseColor: "neutral",
    cssVariables: true,
    prefix: "",
  },
  iconLibrary: "lucide",
  rtl: false,
  aliases: {
    components: "@/components",
    utils: "@/lib/utils",
    ui: "@/components/ui",
    lib: "@/lib",
    hooks: "@/hooks",
  },
  menuColor: "default",
  menuAccent: "subtle",
  registries: {},
};

const UTILS = `import { clsx, type ClassValue } from "clsx"
import { twMerge } from "tailwind-merge"

export function cn(...inputs: ClassValue[]) {
  return twMerge(clsx(inputs))
}
`;

const THEME = `@custom-variant dark (&:is(.dark *));

@theme inline {
  --color-background: var(--background);
  --color-foreground: var(--foreground);
  --color-card: var(--card);
  --color-card-foreground: var(--card-foreground);
  --color-primary: var(--primary);
  --color-primary-foreground: var(--primary-foreground);
  --color-muted: var(--muted);
  --color-muted-foreground: var(--muted-foreground);
  --color-border: var(--border);
  --color-ring: var(--ring);
  --radius-sm: calc(var(--radius) * 0.6);
  --radius-md: calc(var(--radius) * 0.8);
  --radius-lg: var(--radius);
}

:root {
  --radius: 0.625rem;
  --background: oklch(1 0 0);
  --foreground: oklch(0.145 0 0);
  --card: oklch(1 0 0);
  --card-foreground: oklch(0.145 0 0);
  --primary: oklch(0.205 0 0);
  --primary-foreground: oklch(0.985 0 0);
  --muted: oklch(0.97 0 0);
  --muted-foreground: oklch(0.556 0 0);
  --border: oklch(0.922 0 0);
  --ring: oklch(0.708 0 0);
}

.dark {
  --background: oklch(0.145 0 0);
  --foreground: oklch(0.985 0 0);
  --card: oklch(0.205 0 0);
  --card-foreground: oklch(0.985 0 0);
  --primary: oklch(0.922 0 0);
  --primary-foreground: oklch(0.205 0 0);
  --muted: oklch(0.269 0 0);
  --muted-foreground: oklch(0.708 0 0);
  --border: oklch(1 0 0 / 10%);
  --ring: oklch(0.556 0 0);
}

@layer base {
  * {
    @apply border-border outline-ring/50;
  }
  body {
    @apply bg-background text-foreground;
  }
}
`;
