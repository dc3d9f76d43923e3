import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A Redis of a test's own. It keeps nothing on disk: a restart empties it. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Ends it without a goodbye, as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, after `kill`. */
  restart(): Promise<void>;
  /** Lets it hang, connections and all, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Ends it, and removes its folder. */
  stop(): Promise<void>;
}

interface RedisServerOptions {
  /** More of its settings, as on its command line: `["--requirepass", "secret"]`. */
  readonly settings?: readonly string[];
}

/** Starts a `redis-server` on a free port of this machine, and waits until it is ready. */
export async function startRedisServer({
  settings = [],
}: RedisServerOptions = {}): Promise<RedisServer> {
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), "redis-server-"));
  const options = { "--bind": "127.0.0.1", "--save": "", "--appendonly": "no", "--dir": folder };
  const args = ["--port", String(port), ...Object.entries(options).flat(), ...settings];
  let child = await launch(args);

  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  // A test run that is ended in the middle leaves no server behind.
  const endWithUs = () => void child.kill("SIGKILL");
  process.on("exit", endWithUs);

  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill: end,
    async restart() {
      await end();
      child = await launch(args);
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async stop() {
      process.off("exit", endWithUs);
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn("redis-server", args, { stdio: ["ignore", "pipe", "ignore"] });
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    child.once("error", () => {
      reject(
        new Error("These tests need redis-server: install it, as in apt install redis-server."),
      );
    });
    child.once("exit", () => reject(new Error(`redis-server ended:\n${said.join("\n")}`)));
    createInterface(child.stdout).on("line", (line) => {
      said.push(line);
      if (line.includes("Ready to accept connections")) resolve();
    });
  });
  await ready;
  return child;
}

/** A port of this machine that nobody listens at. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
