import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createServer } from "node:tls";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Secret } from "@/lib/secret";
import { makeCertificate } from "./testing/certificate";
import { findFreePort, startRedisServer, type RedisServer } from "./testing/redis-server";
import { createRedisStore } from "./redis-store";

const PASSWORD = "pre/ci:ous@%#?";
const program = fileURLToPath(new URL("testing/redis-store.child.ts", import.meta.url));

let folder: string;
let certificate: string;
let tlsPort: number;
let server: RedisServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "redis-access-"));
  certificate = join(folder, "certificate.pem");
  const made = makeCertificate();
  const key = join(folder, "key.pem");
  await writeFile(certificate, made.certificate);
  await writeFile(key, made.key);
  tlsPort = await findFreePort();
  const tls = [
    "--tls-port",
    String(tlsPort),
    "--tls-cert-file",
    certificate,
    "--tls-key-file",
    key,
  ];
  server = await startRedisServer({
    settings: ["--requirepass", PASSWORD, ...tls, "--tls-auth-clients", "no"],
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** What comes of asking a store at a URL: a value, or the message of a failure. */
async function ask(url: string): Promise<string | undefined> {
  const warn = vi.fn<(message: string) => void>();
  const store = createRedisStore({ url: new Secret(url), warn });
  try {
    await store.set("a", "kept");
    return (await store.get("a"))?.value;
  } catch (error) {
    expect(error).toMatchObject({ name: "StoreError", code: "unwritable" });
    expect(error).not.toHaveProperty("cause");
    expect(warn).toHaveBeenCalledOnce();
    for (const message of [String(error), warn.mock.calls[0]?.[0]]) {
      expect(message).not.toMatch(/ci:ous|pre\/|wrong|pre%2F/);
      expect(message).toContain(`:${new URL(url).port}`);
    }
    return String(error);
  } finally {
    await store.close();
  }
}

/** Asks in a process of its own, which ends when it has nothing more to do. */
async function askApart(url: string, closing: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", program, url, closing], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { NODE_ENV: "test", ...env },
  });
  const answered = text(child.stdout);
  const ended = once(child, "exit");
  const tooLate = setTimeout(() => child.kill("SIGKILL"), 8000);
  const [[code], answer] = await Promise.all([ended, answered]);
  clearTimeout(tooLate);
  return { code: Number(code ?? -1), answer };
}

const escaped = encodeURIComponent(PASSWORD);

describe("a Redis with a password", () => {
  it.each(["", "default"])("lets in who has it (as %j)", async (user) => {
    expect(await ask(`redis://${user}:${escaped}@127.0.0.1:${server.port}`)).toBe("kept");
  });

  it.each([
    ["none", "", "wants a password"],
    ["a wrong one", ":wrong@", "refuses the user or the password"],
    ["a user it does not know", `me:${escaped}@`, "refuses the user or the password"],
  ])("says what is amiss with %s", async (_, login, message) => {
    expect(await ask(`redis://${login}127.0.0.1:${server.port}`)).toContain(message);
  });

  it("is told from one without", async () => {
    const open = await startRedisServer();
    try {
      expect(await ask(`redis://:wrong@127.0.0.1:${open.port}`)).toContain("refuses the user");
    } finally {
      await open.stop();
    }
  });
});

describe("a Redis that lets a user do little", () => {
  const allowed = ["+get", "+set", "+del", "+eval", "+ping"];
  let strict: RedisServer;
  beforeAll(async () => {
    const user = ["on", ">x", "~*", "-@all", ...allowed];
    strict = await startRedisServer({
      settings: ["--user", "few", ...user, "--user", "more", ...user, "+select"],
    });
  });
  afterAll(() => strict.stop());

  it("does with what the advice names", async () => {
    expect(await ask(`redis://few:x@127.0.0.1:${strict.port}`)).toBe("kept");
    expect(await ask(`redis://more:x@127.0.0.1:${strict.port}/1`)).toBe("kept");
    const refused = await ask(`redis://few:x@127.0.0.1:${strict.port}/1`);
    expect(refused).toContain("and SELECT where REDIS_URL ends with a database. (NOPERM)");
    for (const command of allowed) expect(refused).toContain(command.slice(1).toUpperCase());
  });
});

describe("a Redis behind TLS", () => {
  it("is not believed when nobody vouches for its certificate", async () => {
    const url = `rediss://:${escaped}@localhost:${tlsPort}`;
    expect(await ask(url)).toContain("shows a certificate that is not trusted");
  });

  it.each(["localhost", "127.0.0.1"])(
    "is believed as %s when its certificate is one of one's own",
    async (host) => {
      const url = `rediss://default:${escaped}@${host}:${tlsPort}`;
      const answer = await askApart(url, "", { NODE_EXTRA_CA_CERTS: certificate });
      expect(answer).toEqual({ code: 0, answer: "kept" });
    },
  );

  it("is told from one without, both ways", async () => {
    const plain = `redis://:${escaped}@127.0.0.1:${tlsPort}`;
    expect(await ask(plain)).toContain("has to begin with rediss://");
    const secure = `rediss://:${escaped}@127.0.0.1:${server.port}`;
    expect(await ask(secure)).toContain("speaks TLS just when");
  });

  it("hears the name that it is asked by, for the doors of managed ones go by it", async () => {
    const names: string[] = [];
    const door = createServer({
      SNICallback(name, callback) {
        names.push(name);
        callback(null);
      },
    }).listen(0, "127.0.0.1");
    await once(door, "listening");
    const address = door.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    await ask(`rediss://localhost:${port}`);
    door.close();
    expect(names).toEqual(["localhost"]);
  });
});

describe("a process that asked", () => {
  it.each(["close", ""])("ends by itself (%j)", async (closing) => {
    expect(await askApart(`redis://:${escaped}@127.0.0.1:${server.port}`, closing)).toEqual({
      code: 0,
      answer: "kept",
    });
  });

  it.each(["close", ""])("ends by itself when Redis is away (%j)", async (closing) => {
    const { code, answer } = await askApart(`redis://127.0.0.1:${await findFreePort()}`, closing);
    expect(answer).toContain("is not running");
    expect(code).toBe(0);
  });
});
