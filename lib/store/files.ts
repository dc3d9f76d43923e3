import * as files from "node:fs/promises";
import { openToRead } from "./open-to-read";

/** A file that is open. */
export interface OpenFile {
  readFile(encoding: "utf8"): Promise<string>;
  writeFile(text: string): Promise<void>;
  sync(): Promise<void>;
  stat(): Promise<{ readonly mtimeMs: number }>;
  close(): Promise<void>;
}

/** What the file store does with files: a part of `node:fs/promises`, whose errors it throws. */
export interface Files {
  link(existing: string, name: string): Promise<void>;
  mkdir(
    path: string,
    options: { readonly recursive: true; readonly mode: number },
  ): Promise<unknown>;
  open(path: string, flags: "r" | "wx", mode?: number): Promise<OpenFile>;
  readdir(path: string): Promise<string[]>;
  readFile(path: string, encoding: "utf8"): Promise<string>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { readonly force: true }): Promise<void>;
  stat(path: string): Promise<{ readonly mtimeMs: number }>;
  writeFile(
    path: string,
    text: string,
    options: { readonly mode: number; readonly flag: "wx" },
  ): Promise<void>;
}

/** Those of this machine. */
export const nodeFiles: Files = {
  ...files,
  open: (path, flags, mode) => (flags === "r" ? openToRead(path) : files.open(path, flags, mode)),
  async readFile(path, encoding) {
    const file = await openToRead(path);
    try {
      return await file.readFile(encoding);
    } finally {
      await file.close();
    }
  },
};
