import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

type Variables = Readonly<Record<string, string | undefined>>;

interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * How an address is opened on this machine; undefined where nobody could see it, such as on another
 * one that is reached by ssh. No shell reads the address.
 */
export function chooseOpener(
  platform: NodeJS.Platform,
  variables: Variables,
  exists: (path: string) => boolean = existsSync,
): Command | undefined {
  if (variables.CI || variables.SSH_CONNECTION || variables.SSH_TTY) return undefined;
  if (platform === "darwin") return { file: "/usr/bin/open", args: [] };
  if (platform === "win32") return { file: "rundll32", args: ["url.dll,FileProtocolHandler"] };
  if (platform !== "linux" || !(variables.DISPLAY || variables.WAYLAND_DISPLAY)) return undefined;
  const folders = (variables.PATH ?? "").split(delimiter);
  const file = folders.map((folder) => join(folder, "xdg-open")).find((path) => exists(path));
  return file === undefined ? undefined : { file, args: [] };
}

/** Opens an address in the browser, if it can be; whether it did is seen by whoever sits there. */
export function openBrowser(url: URL, variables: Variables): boolean {
  const opener = chooseOpener(process.platform, variables);
  if (opener === undefined) return false;
  const child = spawn(opener.file, [...opener.args, url.href], {
    stdio: "ignore",
    detached: true,
  });
  child.on("error", () => undefined);
  child.unref();
  return true;
}
