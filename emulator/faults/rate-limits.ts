import type { Exchange, Fault } from "./exchange";
import { faultHosts } from "./exchange";
import { answering, refuse } from "./statuses";
import { text } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import { apiError } from "@/emulator/web-api/api-error";

// The wait that was seen with a spent quota: more than thirteen hours.
const quotaSeconds = 48_925;

/** Every form in which "slow down" has been seen, or is allowed by RFC 9110. */
export const rateLimitFaults: readonly Fault[] = [
  answering("429", "429 with Retry-After in seconds", faultHosts, (exchange) =>
    withRetryAfter(limited(exchange), String(seconds(exchange, 5))),
  ),
  answering("429-date", "429 with Retry-After as a date", faultHosts, (exchange) => {
    const until = new Date(exchange.now + seconds(exchange, 5) * 1000);
    return withRetryAfter(limited(exchange), until.toUTCString());
  }),
  answering("429-text", "429 in plain text", faultHosts, (exchange) =>
    text(429, "Too many requests", { "Retry-After": String(seconds(exchange, 5)) }),
  ),
  answering("429-no-retry-after", "429 that does not say for how long", faultHosts, limited),
  answering("429-quota", "429 The day’s quota is spent", ["api"], (exchange) =>
    withRetryAfter(
      apiError(429, "Too many requests", { reason: "QUOTA_EXCEEDED" }),
      String(seconds(exchange, quotaSeconds)),
    ),
  ),
  answering("429-quota-no-retry-after", "429 Quota spent, does not say for how long", ["api"], () =>
    apiError(429, "Too many requests", { reason: "QUOTA_EXCEEDED" }),
  ),
];

function limited({ host }: Exchange): Answer {
  return refuse(host, 429, "API rate limit exceeded");
}

function withRetryAfter(answer: Answer, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, "Retry-After": value } };
}

function seconds(exchange: Exchange, otherwise: number): number {
  return exchange.retryAfterSeconds ?? otherwise;
}
