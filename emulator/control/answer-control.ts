import { commandSchemas, ControlError, parseCommand } from "./commands";
import type { Control } from "./control";
import { json } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { Call } from "@/emulator/http/call";

type Handler = (control: Control, body: unknown) => unknown;

const { nothing, seek, jump, playlist, quirk, fault, options } = commandSchemas;

const handlers = new Map<string, Handler>([
  ["GET /control/state", (control) => control.state()],
  ["GET /control/log", (control) => control.log()],
  ["POST /control/play", plain((control) => control.play())],
  ["POST /control/pause", plain((control) => control.pause())],
  ["POST /control/next", plain((control) => control.next())],
  ["POST /control/previous", plain((control) => control.previous())],
  ["POST /control/silence", plain((control) => control.silence())],
  ["POST /control/seek", doing((control, body) => control.seek(parseCommand(seek, body)))],
  ["POST /control/jump", doing((control, body) => control.jump(parseCommand(jump, body)))],
  [
    "POST /control/playlist",
    doing((control, body) => control.playlist(parseCommand(playlist, body))),
  ],
  ["POST /control/quirk", doing((control, body) => control.quirk(parseCommand(quirk, body)))],
  ["POST /control/fault", doing((control, body) => control.fault(parseCommand(fault, body)))],
  ["DELETE /control/faults", plain((control) => control.clearFaults())],
  ["POST /control/options", doing((control, body) => control.options(parseCommand(options, body)))],
  ["POST /control/revoke", plain((control) => control.revoke())],
  ["POST /control/expire-access-tokens", plain((control) => control.expireAccessTokens())],
  ["POST /control/reset-counters", plain((control) => control.resetCounters())],
]);

/** Everything under `/control/`. What changes something answers with the state after it. */
export function answerControl(control: Control, call: Call): Answer {
  const headers = { "Cache-Control": "no-store" };
  const handler = handlers.get(`${call.method} ${call.path}`);
  if (handler === undefined)
    return json(400, { error: `Accepted are ${[...handlers.keys()].join(", ")}.` }, headers);
  try {
    return json(200, handler(control, parseBody(call.body)), headers);
  } catch (error) {
    if (error instanceof ControlError) return json(400, { error: error.message }, headers);
    throw error;
  }
}

function doing(run: (control: Control, body: unknown) => void): Handler {
  return (control, body) => {
    run(control, body);
    return control.state();
  };
}

function plain(run: (control: Control) => void): Handler {
  return doing((control, body) => {
    parseCommand(nothing, body);
    run(control);
  });
}

function parseBody(body: string): unknown {
  if (body === "") return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlError("The body must be a JSON object.");
  }
}
