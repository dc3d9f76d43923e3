import type { Exchange, Fault, FaultHost } from "./exchange";
import { faultHosts } from "./exchange";
import { empty, json, sendAnswer, text } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import { apiError } from "@/emulator/web-api/api-error";
import { notRegistered } from "@/emulator/web-api/bearer";

const notPremium =
  "Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.";

/** Answers that are complete and say no, or nothing. */
export const statusFaults: readonly Fault[] = [
  answering("204", "204 in the middle of a song", ["api"], () => empty(204)),
  answering("400", "400 Bad request", faultHosts, ({ host }) => refuse(host, 400, "Bad request")),
  api("401-expired", "401 The access token expired", 401, "The access token expired"),
  api("401-invalid", "401 Invalid access token", 401, "Invalid access token"),
  api("401-no-token", "401 No token provided", 401, "No token provided"),
  api(
    "401-token-missing",
    "401 Access token missing, though it is there",
    401,
    "Access token missing",
  ),
  api("401-permissions", "401 Permissions missing (a scope)", 401, "Permissions missing"),
  answering("403-not-registered", "403 User not on the app’s list, plain text", ["api"], () =>
    text(403, notRegistered),
  ),
  answering("403-premium", "403 Owner has no Premium, plain text", ["api"], () =>
    text(403, notPremium),
  ),
  api("403-scope", "403 Insufficient client scope", 403, "Insufficient client scope"),
  answering("404", "404 Not found", faultHosts, ({ host }) => refuse(host, 404, "Not found.")),
  answering("500", "500 Server error", faultHosts, ({ host }) =>
    refuse(host, 500, "Server error."),
  ),
  answering("500-says-502", "500 whose body says 502", ["api"], () =>
    json(500, { error: { status: 502, message: "Backend respond with 500" } }),
  ),
  answering("502", "502 Bad gateway", faultHosts, ({ host }) => refuse(host, 502, "Bad gateway.")),
  answering("503", "503 with an empty body", faultHosts, () => empty(503)),
  answering("504", "504 Gateway timeout", faultHosts, ({ host }) =>
    refuse(host, 504, "Service didn't reply before timeout"),
  ),
];

export function answering(
  id: string,
  label: string,
  hosts: readonly FaultHost[],
  answer: (exchange: Exchange) => Answer,
): Fault {
  return { id, label, hosts, play: (exchange) => sendAnswer(exchange.response, answer(exchange)) };
}

/** An error in the host's own shape. */
export function refuse(host: FaultHost, status: number, message: string): Answer {
  if (host === "api") return apiError(status, message);
  if (host === "images") return text(status, message);
  const error = status < 500 ? "invalid_request" : "server_error";
  return json(status, { error, error_description: message });
}

function api(id: string, label: string, status: number, message: string): Fault {
  return answering(id, label, ["api"], () => apiError(status, message));
}
