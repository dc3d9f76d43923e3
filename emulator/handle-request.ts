import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Control } from "./control/control";
import { findFault } from "./faults";
import { sendAnswer, text } from "./http/answer";
import { readCall } from "./http/call";
import { findRoute } from "./route";
import { sampleAnswer } from "./sample";
import type { World } from "./world";

/** One request from its arrival to its answer, or to the fault that was ordered instead. */
export async function handleRequest(
  world: World,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const leaving = new AbortController();
  response.once("close", () => leaving.abort());
  try {
    await answerOrSpoil(world, control, request, response, leaving.signal);
  } catch (error) {
    // A client that left while an answer was on its way is nobody's mistake.
    if (leaving.signal.aborted || response.destroyed) return;
    if (response.headersSent) response.destroy();
    else sendAnswer(response, text(500, `The emulator failed: ${String(error)}`));
  }
}

async function answerOrSpoil(
  world: World,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  const call = await readCall(request);
  const route = findRoute(world, control, call);
  const { host } = route;
  if (host === null) return sendAnswer(response, await route.answer());
  const order = route.faultable ? world.faults.take(host) : undefined;
  world.ledger.record(route.counter, call, response, order?.fault);
  response.setHeader("Date", new Date(world.now()).toUTCString());
  const latencyMs = world.options.latencyMs[host];
  if (latencyMs > 0) await sleep(latencyMs, undefined, { signal: gone });
  const fault = order === undefined ? undefined : findFault(order.fault, host);
  if (fault === undefined) return sendAnswer(response, await route.answer());
  await fault.play({
    host,
    response,
    now: world.now(),
    retryAfterSeconds: order?.retryAfterSeconds,
    honest: async () => route.answer(),
    sample: () => sampleAnswer(world, host),
    gone,
  });
}
