import type { Sentence } from "@/lib/telling/say";
import { nameCode, quoteSetting, say } from "@/lib/telling/say";
import { SpotifyError } from "./errors";

/** Spotify's two hosts and how they are reached. */
export interface SpotifyHosts {
  /** Origin of the accounts host, without a trailing slash: `https://accounts.spotify.com`. */
  readonly accountsUrl: string;
  /** Origin of the Web API; `/v1` follows it: `https://api.spotify.com`. */
  readonly apiUrl: string;
  readonly fetch?: typeof fetch;
  /** Epoch ms. */
  readonly now?: () => number;
  /** Longest wait for a whole answer, body included, in ms. */
  readonly timeoutMs?: { readonly accounts: number; readonly api: number };
}

export const DEFAULT_TIMEOUT_MS = { accounts: 5_000, api: 4_000 } as const;

interface RequestLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly fetch?: typeof fetch | undefined;
}

/** A whole answer: everything that is read of a response, its body no longer than the cap. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where a refusal's body could not be read: its status and headers count all the same. */
  readonly text: string;
}

/**
 * Asks once and reads the whole answer within one deadline and one cap of bytes.
 *
 * @throws {SpotifyError} `timeout`, `network` or `too_large`; statuses are the caller's business
 */
export async function request(
  url: string,
  init: RequestInit,
  limits: RequestLimits,
): Promise<Answer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const where = quoteSetting(`${init.method ?? "GET"} ${new URL(url).pathname}`);
  try {
    return await readAnswer(url, { ...init, signal }, limits, where);
  } catch (error) {
    if (error instanceof SpotifyError) throw error;
    if (signal.aborted) {
      const message = say`${where} did not answer within ${limits.timeoutMs} ms; it will be asked again.`;
      throw new SpotifyError("timeout", message);
    }
    const code = findCode(error);
    const message = say`${where} could not be reached${code ? say` (${code})` : ""}; check the network and the host's name.`;
    throw new SpotifyError("network", message);
  }
}

async function readAnswer(
  url: string,
  init: RequestInit & { readonly signal: AbortSignal },
  limits: RequestLimits,
  where: Sentence,
): Promise<Answer> {
  const deadline = rejectWhenAborted(init.signal);
  const asked = (limits.fetch ?? fetch)(url, {
    ...init,
    // A redirect would carry the credential along; no call of ours has a reason to follow one.
    redirect: "manual",
    cache: "no-store",
  });
  const response = await Promise.race([asked, deadline]);
  const { status, headers } = response;
  try {
    const text = await Promise.race([readText(response, limits.maxBytes, where), deadline]);
    return { status, headers, text };
  } catch (error) {
    // What a 429 asks for must not be missed because its body is broken.
    if (!response.ok) return { status, headers, text: "" };
    throw error;
  }
}

/** The deadline holds even where fetch, or the body it gave, does not heed the signal. */
function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  const deadline = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("The deadline has passed.")));
  });
  deadline.catch(() => undefined);
  return deadline;
}

async function readText(response: Response, maxBytes: number, where: Sentence): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw new SpotifyError("too_large", say`${where} sent more than ${maxBytes} bytes; ignored.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The system's name for what broke, such as ECONNREFUSED. It is all that is kept of an error of
 * fetch: those quote the header that they refuse and the bytes that they could not parse.
 */
function findCode(error: unknown): Sentence | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    const code = "code" in current ? nameCode(current.code) : undefined;
    if (code !== undefined) return code;
    current = current.cause;
  }
  return undefined;
}
