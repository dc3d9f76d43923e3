import {
  closeSync,
  fstatSync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import type { Files, OpenFile } from "@/lib/store/files";
import type { Machine } from "@/lib/store/machine";
import type { Stage, StagedProcess, Step } from "./stage";

/**
 * The machine as a staged process sees it: real files in a real folder, each operation a step of it.
 *
 * Nothing is flushed to the disk itself: what a process has written outlives it, only a power cut
 * takes it back.
 */
export function createStagedMachine(stage: Stage, process: StagedProcess): Machine {
  return {
    files: createStagedFiles(stage, process),
    now: stage.now,
    sleep: process.sleep,
    identifySelf: () => Promise.resolve({ pid: process.pid, start: "0", space: "stage" }),
    hasEnded: ({ pid }) => Promise.resolve(stage.hasEnded(pid)),
  };
}

function createStagedFiles(stage: Stage, process: StagedProcess): Files {
  const open = new Set<number>();
  process.onEnd(() => {
    for (const handle of open) closeSync(handle);
  });

  function openHandle(path: string, flags: string, mode?: number): number {
    const handle = openSync(path, flags, mode);
    open.add(handle);
    if (flags === "wx") stamp(handle);
    return handle;
  }

  function stamp(handle: number): void {
    const seconds = stage.now() / 1000;
    futimesSync(handle, seconds, seconds);
  }

  function closeHandle(handle: number): void {
    open.delete(handle);
    closeSync(handle);
  }

  function write(handle: number, text: string): void {
    writeSync(handle, text);
    stamp(handle);
  }

  const stepOf = <T>(kind: string, perform: () => T, performHalf?: () => void): Promise<T> =>
    process.step<T>({ kind, perform, ...(performHalf && { performHalf }) } satisfies Step<T>);

  const wrap = (handle: number): OpenFile => ({
    readFile: (encoding) => stepOf("read", () => readFileSync(handle, encoding)),
    writeFile: (text) =>
      stepOf(
        "write",
        () => write(handle, text),
        () => write(handle, text.slice(0, text.length / 2)),
      ),
    sync: () => stepOf("sync", () => undefined),
    stat: () => stepOf("stat", () => fstatSync(handle)),
    close: () => stepOf("close", () => closeHandle(handle)),
  });

  function writeNew(path: string, text: string, mode: number): void {
    const handle = openHandle(path, "wx", mode);
    write(handle, text);
    closeHandle(handle);
  }

  return {
    link: (existing, name) => stepOf("link", () => linkSync(existing, name)),
    mkdir: (path, options) => stepOf("mkdir", () => mkdirSync(path, options)),
    open: async (path, flags, mode) =>
      wrap(await stepOf(flags === "r" ? "open" : "create", () => openHandle(path, flags, mode))),
    readdir: (path) => stepOf("readdir", () => readdirSync(path)),
    readFile: (path, encoding) => stepOf("read", () => readFileSync(path, encoding)),
    rename: (from, to) => stepOf("rename", () => renameSync(from, to)),
    rm: (path, options) => stepOf("remove", () => rmSync(path, options)),
    stat: (path) => stepOf("stat", () => statSync(path)),
    writeFile: (path, text, { mode }) =>
      stepOf(
        "write",
        () => writeNew(path, text, mode),
        () => writeNew(path, text.slice(0, text.length / 2), mode),
      ),
  };
}
