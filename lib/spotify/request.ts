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
  const where = `${init.method ?? "GET"} ${new URL(url).pathname}`;
  try {
    // A redirect would carry the credential along; no call of ours has a reason to follow one.
    const response = await (limits.fetch ?? fetch)(url, {
      ...init,
      signal,
      redirect: "manual",
      cache: "no-store",
    });
    const text = await readText(response, limits.maxBytes, where);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (error instanceof SpotifyError) throw error;
    if (signal.aborted) {
      const message = `${where} did not answer within ${limits.timeoutMs} ms; it will be asked again.`;
      throw new SpotifyError("timeout", message, { cause: error });
    }
    const message = `${where} could not be reached; check the network and the host's name.`;
    throw new SpotifyError("network", message, { cause: error });
  }
}

async function readText(response: Response, maxBytes: number, where: string): Promise<string> {
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
      await reader.cancel();
      throw new SpotifyError("too_large", `${where} sent more than ${maxBytes} bytes; ignored.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
