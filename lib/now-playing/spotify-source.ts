import { doublingDelay } from "@/lib/limits/backoff";
import type { Connection } from "@/lib/connection/connection";
import { isConnectionError } from "@/lib/connection/connection-error";
import { refusalOf } from "@/lib/connection/refusal-of";
import { RECENT_SCOPE } from "@/lib/connection/scopes";
import { isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyError } from "@/lib/spotify/errors";
import { fetchCurrentlyPlaying, fetchRecentlyPlayed } from "@/lib/spotify/player";
import type { OfferedImage, PlayedItem, Playback } from "@/lib/spotify/playback";
import type { SpotifyHosts } from "@/lib/spotify/request";
import { createHistory } from "./history";
import type { Heard, Item, Reading } from "./model";
import { SourceFailure } from "./source";
import type { ReadingRequest, Source } from "./source";
import { RECENT_MS } from "./wire";
import type { UnavailableReason } from "./wire";

/** The last item heard is looked up at most this often, in ms, and ever less often while nothing is found. */
const HISTORY_PAUSE_MS = { shortest: 5 * 60_000, longest: 2 * 60 * 60_000 };

/** Tracks asked for in one call, as many as Spotify knows: the latest ones may be none to tell of. */
const HISTORY_LENGTH = 50;

interface SpotifySourceOptions {
  readonly connection: Pick<Connection, "withAccessToken" | "scopes">;
  readonly hosts: SpotifyHosts;
  readonly dailyBudget: number;
  /** Picks a cover of about 300 px and one of about 64 px, from allowed origins. */
  readonly chooseArt: (
    images: readonly OfferedImage[],
  ) => { readonly art: string; readonly artSmall: string } | undefined;
  /** Takes the turn of all instances to ask for the history; see {@link createHistory}. */
  readonly takeHistoryTurn?: () => Promise<number | undefined>;
  /** Epoch ms. */
  readonly now?: () => number;
}

/** Spotify as a {@link Source}: what the author plays, and what was played before. */
export function createSpotifySource(options: SpotifySourceOptions): Source {
  const { connection, hosts, dailyBudget, chooseArt, now = Date.now } = options;
  const history = createHistory({ ask: askHistory, takeTurn: options.takeHistoryTurn, now });
  let wantedAt = -Infinity;
  let fruitless = 0;

  async function readPlayback({ permit }: ReadingRequest): Promise<Playback> {
    return connection.withAccessToken(async (token) => {
      await permit();
      return fetchCurrentlyPlaying(hosts, token);
    });
  }

  /** The last tracks played; undefined where the author did not grant that scope. */
  async function askHistory(permit: () => Promise<void>): Promise<Heard[] | undefined> {
    const ask = connection.withAccessToken(async (token) => {
      // Spotify has named the scopes by now: with the token.
      if (!isGranted()) return undefined;
      await permit();
      return fetchRecentlyPlayed(hosts, token, HISTORY_LENGTH);
    });
    const entries = await ask.catch(nameFailure);
    return entries?.map(({ item, playedAt }) => ({
      item: toItem(item),
      playedAt: Math.min(playedAt, now()),
    }));
  }

  function isGranted(): boolean {
    return connection.scopes()?.includes(RECENT_SCOPE) ?? false;
  }

  /** What was heard before silence; a failure here spoils no reading. */
  async function readHeard(request: ReadingRequest): Promise<Heard[]> {
    const { permit, mayTell = tellAll, forgottenUpTo = -Infinity } = request;
    const sinceLast = now() - wantedAt;
    const { shortest, longest } = HISTORY_PAUSE_MS;
    const pause = doublingDelay(fruitless, shortest, longest);
    // A clock that was set back must not make us wait until the old time comes again.
    if (!isGranted() || (sinceLast >= 0 && sinceLast < pause)) return [];
    wantedAt = now();
    fruitless += 1;
    const page = await history.read(permit);
    if (page === undefined || page.begunAt <= forgottenUpTo) return [];
    const heard = page.heard
      .filter(({ playedAt }) => now() - playedAt < RECENT_MS)
      .filter(({ item, playedAt }) => mayTell(item, playedAt));
    if (heard.length > 0) fruitless = 0;
    return heard;
  }

  function toReading(playback: Playback): Reading["playback"] {
    return playback.type === "item" ? { ...playback, item: toItem(playback.item) } : playback;
  }

  function toItem({ images, ...item }: PlayedItem): Item {
    return { ...item, ...chooseArt(images) };
  }

  return {
    dailyBudget,
    history,
    async read(request) {
      const playback = await readPlayback(request).catch(nameFailure);
      const receivedAt = now();
      const reading: Reading = { receivedAt, playback: toReading(playback) };
      if (isTold(reading, request) || !request.needsLastHeard) return reading;
      const heard = await readHeard(request).catch(async (error: unknown) => {
        const refusal = error instanceof SourceFailure ? error.details.refusal : undefined;
        if (refusal) await request.refuse(refusal);
        return [];
      });
      return { ...reading, heard };
    },
  };
}

const tellAll = (): boolean => true;

/** Whether there is an item that will be told of: another one counts as silence. */
function isTold({ playback }: Reading, { mayTell = tellAll }: ReadingRequest): boolean {
  return playback.type === "item" && mayTell(playback.item);
}

/** Puts a failure into the contract's words; what is no failure of Spotify's passes as it is. */
function nameFailure(error: unknown): never {
  if (isConnectionError(error)) {
    const { code, message, retryAt } = error;
    throw new SourceFailure(code, message, { retryAt, cause: error });
  }
  if (!isSpotifyError(error)) throw error;
  const refusal = refusalOf(error);
  throw new SourceFailure(reasonOf(error), error.message, {
    ...(refusal && { refusal }),
    cause: error,
  });
}

function reasonOf({ code }: SpotifyError): UnavailableReason {
  switch (code) {
    case "rate_limited":
    case "quota_exceeded":
      return "rate_limited";
    case "invalid_grant":
    case "permissions_missing":
    case "unauthorized":
      return "reauthorize";
    case "invalid_client":
    case "forbidden":
      return "misconfigured";
    default:
      return "unreachable";
  }
}
