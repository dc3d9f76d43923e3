import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { readErrno } from "./store-error";

/** Which process this is, told so that another can see whether it still lives. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own terms; null where the system does not say. */
  readonly start: string | null;
  /** Where `pid` means something: a boot and a pid namespace on Linux, elsewhere a host. */
  readonly space: string;
}

let self: Promise<ProcessIdentity> | undefined;

/** The identity of this process. */
export async function identifySelf(): Promise<ProcessIdentity> {
  self ??= Promise.all([readStart(process.pid), readSpace()]).then(([start, space]) => ({
    pid: process.pid,
    start,
    space,
  }));
  return self;
}

/**
 * Whether a process has certainly ended. `undefined` means that nobody here can tell: it ran in
 * another container or before a reboot, or its pid lives but may have been given out again.
 */
export async function hasEnded(identity: ProcessIdentity): Promise<boolean | undefined> {
  if (identity.space !== (await readSpace())) return undefined;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (readErrno(error) === "ESRCH") return true;
  }
  const start = await readStart(identity.pid);
  if (start === null || identity.start === null) return undefined;
  return start !== identity.start;
}

// Pids are given out again, in a restarted container at once; together with the start they are
// not. Fields 3 and 22 of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, counted
// from the last ")" because the program's name may hold anything.
async function readStart(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  if (state === "Z" || state === "X") return "ended";
  return fields[19] ?? null;
}

let space: Promise<string> | undefined;

async function readSpace(): Promise<string> {
  space ??= Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    readlink("/proc/self/ns/pid"),
  ]).then(
    ([boot, namespace]) => `${boot.trim()} ${namespace}`,
    () => hostname(),
  );
  return space;
}
