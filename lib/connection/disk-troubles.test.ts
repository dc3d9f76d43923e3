import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseEnvelope } from "@/lib/store/envelope";
import { createFileStore } from "@/lib/store/file-store";
import { nodeFiles } from "@/lib/store/files";
import type { Files, OpenFile } from "@/lib/store/files";
import { thisMachine } from "@/lib/store/machine";
import type { Store } from "@/lib/store/store";
import { HOUR, rehearse } from "./testing/rehearsal";

/** What is wrong with the disk: which operations the system refuses, and with what. */
interface Trouble {
  readonly name: string;
  readonly code: string;
  /** What its owner is told of it. */
  readonly told: string;
  readonly refused: readonly (keyof Files | keyof OpenFile | "create" | "read")[];
}

const CHANGES = ["create", "link", "mkdir", "rename", "rm", "writeFile"] as const;

const TROUBLES: readonly Trouble[] = [
  { name: "is full", code: "ENOSPC", told: "is full: free some space", refused: ["writeFile"] },
  {
    name: "is full, down to its last name",
    code: "ENOSPC",
    told: "is full: free some space",
    refused: ["create", "mkdir", "link"],
  },
  { name: "is read-only", code: "EROFS", told: "may not write", refused: CHANGES },
  {
    name: "has a folder of somebody else's",
    code: "EACCES",
    told: "may not write",
    refused: [...CHANGES, "open"],
  },
  { name: "cannot be flushed", code: "EIO", told: "is broken or gone", refused: ["sync"] },
  { name: "cannot rename", code: "EIO", told: "is broken or gone", refused: ["rename"] },
  {
    name: "gives no more handles",
    code: "EMFILE",
    told: "too many files open",
    refused: ["create", "open", "readFile"],
  },
];

let folder: string;
let trouble: Trouble | undefined;
let operations = 0;
let breaksAfter = Infinity;
let scene = rehearse();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "disk-"));
  trouble = undefined;
  breaksAfter = Infinity;
  scene = rehearse();
  scene.spotify.rotation = "strict";
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function refuse(operation: Trouble["refused"][number]): Promise<void> {
  operations += 1;
  if (operations > breaksAfter) throw Object.assign(new Error("EIO: broken"), { code: "EIO" });
  if (!trouble?.refused.includes(operation)) return;
  const { code } = trouble;
  throw Object.assign(new Error(`${code}: ${operation}`), { code });
}

/** The real disk, while nothing is the matter with it. */
const files: Files = {
  link: (...given) => refuse("link").then(() => nodeFiles.link(...given)),
  mkdir: (...given) => refuse("mkdir").then(() => nodeFiles.mkdir(...given)),
  readFile: (...given) => refuse("readFile").then(() => nodeFiles.readFile(...given)),
  readdir: nodeFiles.readdir,
  rename: (...given) => refuse("rename").then(() => nodeFiles.rename(...given)),
  rm: (...given) => refuse("rm").then(() => nodeFiles.rm(...given)),
  stat: nodeFiles.stat,
  writeFile: (...given) => refuse("writeFile").then(() => nodeFiles.writeFile(...given)),
  async open(path, flags, mode) {
    await refuse(flags === "r" ? "open" : "create");
    const file = await nodeFiles.open(path, flags, mode);
    return {
      readFile: (encoding) => refuse("read").then(() => file.readFile(encoding)),
      stat: () => refuse("stat").then(() => file.stat()),
      close: () => file.close(),
      sync: () => refuse("sync").then(() => file.sync()),
      async writeFile(text) {
        // A disk fills up in the middle of a text.
        if (trouble?.refused.includes("writeFile")) await file.writeFile(text.slice(0, 10));
        await refuse("writeFile");
        await file.writeFile(text);
      },
    };
  },
};

function openStore(): Store {
  const machine = { ...thisMachine, files };
  return createFileStore({ folder, now: scene.now, machine, warn: (line) => expect.fail(line) });
}

async function expectReadable(): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".tmp"));
  const values = names.filter((name) => name.endsWith(".json"));
  expect(names.filter((name) => name.includes("malformed"))).toEqual([]);
  for (const name of values)
    expect(parseEnvelope(await readFile(join(folder, name), "utf8"))).toBeDefined();
}

describe.each(TROUBLES)("a disk that $name ($code)", (given) => {
  it("costs no token: it is held in memory, told once, and stored when the disk is back", async () => {
    const connection = scene.connect({ store: openStore() });
    await connection.withAccessToken(scene.spotify.use);

    trouble = given;
    for (let hour = 0; hour < 3; hour++) {
      scene.advance(HOUR);
      await connection.withAccessToken(scene.spotify.use);
      expect(connection.status()).toMatchObject({ state: "connected", isUnsaved: true });
      await expectReadable();
    }
    expect(scene.said.error).toEqual([expect.stringContaining("could not be stored")]);
    expect(scene.said.error[0]).toContain(given.told);

    trouble = undefined;
    scene.advance(HOUR / 60);
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status().isUnsaved).toBe(false);
    scene.advance(HOUR);
    await scene.connect({ store: openStore() }).withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual([0, 1, 2, 3, 4].map((n) => `refresh-${n}`));
  });
});

it("costs no token whichever operation of a renewal is the first that a disk refuses", async () => {
  const connection = scene.connect({ store: openStore() });
  await connection.withAccessToken(scene.spotify.use);
  let renewals = 0;
  for (let isWhole = false; !isWhole; renewals++) {
    scene.advance(HOUR);
    operations = 0;
    breaksAfter = renewals;
    await connection.withAccessToken(scene.spotify.use);
    isWhole = operations <= breaksAfter;
    await expectReadable();

    breaksAfter = Infinity;
    scene.advance(HOUR / 60);
    await connection.withAccessToken(scene.spotify.use);
    expect([renewals, connection.status().isUnsaved]).toEqual([renewals, false]);
  }
  expect(renewals).toBeGreaterThan(20);
  scene.advance(HOUR);
  await scene.connect({ store: openStore() }).withAccessToken(scene.spotify.use);
  expect(scene.spotify.asked).toEqual(
    Array.from({ length: renewals + 2 }, (_, n) => `refresh-${n}`),
  );
});

it("makes a folder anew that was taken away, and puts the newest token into it", async () => {
  const connection = scene.connect({ store: openStore() });
  await connection.withAccessToken(scene.spotify.use);
  await rm(folder, { recursive: true });
  scene.advance(HOUR);
  await connection.withAccessToken(scene.spotify.use);
  expect(connection.status().isUnsaved).toBe(false);
  scene.advance(HOUR);
  await scene.connect({ store: openStore() }).withAccessToken(scene.spotify.use);
  expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1", "refresh-2"]);
});
