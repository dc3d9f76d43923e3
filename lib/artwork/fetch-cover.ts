import { say } from "@/lib/telling/say";
import { ArtworkError } from "./artwork-error";
import { readCapped } from "./read-capped";

export interface Cover {
  readonly bytes: Uint8Array;
  /** A media type of {@link TYPES}, without parameters. */
  readonly type: string;
}

export type FetchCover = (url: string) => Promise<Cover>;

export interface CoverFetcherOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly isAllowed: (url: string) => boolean;
  /** For redirects, headers and body together, in ms. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

// No SVG: it can hold scripts and links, and no cover is one.
const TYPES: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp", "image/avif"]);
const MOST_REDIRECTS = 2;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Makes a fetcher of covers that asks allowed hosts only, also when one of them redirects, and
 * keeps nothing.
 *
 * @returns a function that throws an {@link ArtworkError}
 */
export function createCoverFetcher({
  fetch = globalThis.fetch,
  isAllowed,
  timeoutMs = 3000,
  maxBytes = 1_000_000,
}: CoverFetcherOptions): FetchCover {
  async function follow(url: string, signal: AbortSignal, redirects: number): Promise<Response> {
    if (!isAllowed(url)) {
      throw new ArtworkError(
        "forbidden",
        say`A cover was offered by a host that is not allowed. If Spotify has a new one, add it to SPOTIFY_IMAGE_ORIGINS.`,
      );
    }
    const response = await fetch(url, { redirect: "manual", cache: "no-store", signal });
    if (!REDIRECTS.has(response.status)) return response;

    await discard(response);
    const location = response.headers.get("location") ?? "";
    if (redirects === MOST_REDIRECTS || !URL.canParse(location, url))
      throw new ArtworkError(
        "redirected",
        say`A cover redirects ${redirects === MOST_REDIRECTS ? "too often" : "to nowhere"}. It is left out; see whether the address still works.`,
      );
    return follow(new URL(location, url).href, signal, redirects + 1);
  }

  async function fetchCover(url: string, signal: AbortSignal): Promise<Cover> {
    const response = await follow(url, signal, 0);
    const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
    const problem = describeProblem(response.status, type);
    if (problem !== undefined || type === undefined || response.body === null) {
      await discard(response);
      throw problem ?? new ArtworkError("type", say`A cover is empty. It is left out.`);
    }
    const bytes = await readCapped(response.body, maxBytes);
    if (bytes === undefined)
      throw new ArtworkError(
        "too_large",
        say`A cover has more than ${maxBytes} bytes. It is left out; choose a smaller one.`,
      );
    return { bytes, type };
  }

  return async (url) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await fetchCover(url, signal);
    } catch (cause) {
      if (cause instanceof ArtworkError) throw cause;
      throw signal.aborted
        ? new ArtworkError(
            "timeout",
            say`A cover took longer than ${timeoutMs} ms. It is left out; a later try may be quicker.`,
            { cause },
          )
        : new ArtworkError(
            "unreachable",
            say`A cover could not be read. It is left out; see whether this machine reaches that host.`,
            { cause },
          );
    }
  };
}

function describeProblem(status: number, type = ""): ArtworkError | undefined {
  if (status !== 200)
    return new ArtworkError(
      "refused",
      say`A cover was answered with status ${status}. It is left out; a later try may work.`,
    );
  if (!TYPES.has(type))
    return new ArtworkError(
      "type",
      say`A cover is not a JPEG, PNG, WebP or AVIF image. It is left out.`,
    );
  return undefined;
}

// An unread body would hold its connection.
async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}
