import "server-only";
import { createServer } from "@/lib/create-server";
import { parseEnvironment } from "@/lib/environment";
import type { Health, PublicHealth } from "@/lib/health";
import type { ListeningPicture } from "@/lib/join-embeds";
import type { Defer } from "@/lib/now-playing/defer";
import type { OwnerPage } from "@/lib/owner/view";
import type { Log } from "@/lib/telling/events";
import { BASE_PATH } from "@/lib/site/address";

/** Everything that lives as long as the process. */
type Server = ReturnType<typeof createServer>;

/** Next makes several instances of a module; this key finds the one server of the process. */
const KEY = Symbol.for("liner-notes.server");

function getServer(): Server {
  const holder: typeof globalThis & { [KEY]?: Server } = globalThis;
  return (holder[KEY] ??= createServer(process.env));
}

/** Starts the server before the first request, so that bad configuration is named at once. Answers its log. */
export function startServer(): Log {
  const { tellStart, log } = getServer();
  tellStart();
  return log;
}

/** The site's public address, for links that have to be absolute; undefined where nobody has told it. */
export function readSiteUrl(): URL | undefined {
  const { siteUrl } = parseEnvironment(process.env, BASE_PATH).environment;
  return siteUrl === undefined ? undefined : new URL(siteUrl);
}

/** Answers `GET /api/now-playing`. */
export function respondNowPlaying(request: Request, defer: Defer): Promise<Response> {
  return getServer().respond(request, defer);
}

/** Answers `GET /api/recently-played`. */
export function respondRecentlyPlayed(request: Request, defer: Defer): Promise<Response> {
  return getServer().respondRecentPlays(request, defer);
}

/** Answers `GET /now-playing.svg`. */
export function drawCard(request: Request, defer: Defer): Promise<Response> {
  return getServer().faces.drawCard(request, defer);
}

/** Answers `GET /embed`. */
export function drawFrame(request: Request, defer: Defer): Promise<Response> {
  return getServer().faces.drawFrame(request, defer);
}

/** Answers `GET /embed.js`. */
export function serveElement(request: Request): Response {
  return getServer().faces.serveElement(request);
}

/** Answers `GET /embed/sample.json`: a sample, or what is playing where none is asked for that there is. */
export async function respondSample(request: Request, defer: Defer): Promise<Response> {
  return getServer().faces.answerSample(request) ?? getServer().respond(request, defer);
}

/** Answers `GET /api/now-playing/badge`. */
export function describeBadge(defer: Defer): Promise<Response> {
  return getServer().faces.describeBadge(defer);
}

/** Answers `GET /api/oembed`. */
export function answerOembed(request: Request): Response {
  return getServer().faces.answerOembed(request);
}

/** What the Open Graph picture of `/listening` shows, within two seconds of knowing the music. */
export function readListeningPicture(defer: Defer): Promise<ListeningPicture> {
  return getServer().faces.readListeningPicture(defer);
}

/** Answers `GET /go`. */
export function leadToItem(defer: Defer): Promise<Response> {
  return getServer().faces.leadToItem(defer);
}

/** How the site fares, for `GET /api/health`. Asks Spotify nothing. */
export function readHealth(
  headers: Pick<Headers, "get">,
  defer: Defer,
): Promise<Health | PublicHealth> {
  return getServer().readHealth(headers, defer);
}

/** What the page at `/owner` shows to whoever asks. */
export function readOwnerPage(
  headers: Pick<Headers, "get">,
  query: URLSearchParams,
  defer: Defer,
): Promise<OwnerPage> {
  return getServer().readOwnerPage(headers, query, defer);
}

/** Answers `POST /owner/sign-in`. */
export function beginSignIn(request: Request): Promise<Response> {
  return getServer().owner.beginSignIn(request);
}

/** Answers `GET /owner/callback`. */
export function finishSignIn(request: Request, defer: Defer): Promise<Response> {
  return getServer().owner.finishSignIn(request, defer);
}

/** Answers `POST /owner/<order>`. */
export function obeyOwner(request: Request, order: string): Promise<Response> {
  return getServer().owner.obey(request, order);
}

/** Answers `GET /owner/calendar.ics`. */
export function drawOwnersCalendar(request: Request): Promise<Response> {
  return getServer().owner.calendar(request);
}
