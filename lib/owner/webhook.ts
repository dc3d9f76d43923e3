import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { Secret } from "@/lib/secret";
import { absolute } from "@/lib/site/absolute";
import type { Alert } from "./alerts";

/** Longest wait for the receiver, in ms. */
const TIMEOUT_MS = 5_000;

interface WebhookOptions {
  readonly url: Secret;
  /** The site's public address, where known. */
  readonly siteUrl: string | undefined;
  readonly fetch?: typeof fetch;
}

/**
 * What is posted: `content` is what Discord shows, `text` what Slack does, and the rest is for receivers
 * of one's own.
 *
 * @see https://discord.com/developers/docs/resources/webhook#execute-webhook
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function describeAlert({ event, message, endsAt }: Alert, siteUrl: string | undefined) {
  const name = siteUrl === undefined ? "Liner Notes" : new URL(siteUrl).host;
  const owner = siteUrl === undefined ? undefined : absolute(new URL(siteUrl), "/owner");
  const words = `${name}: ${message}${owner === undefined ? "" : ` ${owner}`}`;
  return {
    content: words,
    text: words,
    // Discord would otherwise ring for whatever looks like a name.
    allowed_mentions: { parse: [] },
    event,
    message,
    ...(endsAt !== undefined && { endsAt: new Date(endsAt).toISOString() }),
    ...(siteUrl !== undefined && { site: siteUrl, owner }),
  };
}

/**
 * Posts an alert.
 *
 * @throws {Error} where the receiver fails, redirects or takes longer than 5 s; the message does not hold
 * the address, which is a secret with many receivers
 */
export async function postAlert(alert: Alert, { url, siteUrl, ...options }: WebhookOptions) {
  let status: number;
  try {
    const response = await (options.fetch ?? fetch)(url.reveal(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(describeAlert(alert, siteUrl)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "manual",
      cache: "no-store",
    });
    status = response.status;
    void response.body?.cancel().catch(() => undefined);
  } catch {
    throw new ExplainedError(
      say`OWNER_WEBHOOK_URL could not be reached within ${TIMEOUT_MS / 1_000} s.`,
    );
  }
  if (status < 200 || status >= 300) {
    throw new ExplainedError(say`OWNER_WEBHOOK_URL answered ${status}.`);
  }
}
