import type { Defer } from "@/lib/now-playing/defer";
import { createServer } from "./create-server";

/** Next makes several instances of a module; this key finds the one server of the process. */
const KEY = Symbol.for("liner-notes.server");

/** Answers `GET /api/now-playing`. */
export function respondNowPlaying(request: Request, defer: Defer): Promise<Response> {
  const holder: typeof globalThis & { [KEY]?: ReturnType<typeof createServer> } = globalThis;
  holder[KEY] ??= createServer(process.env);
  return holder[KEY].respond(request, defer);
}
