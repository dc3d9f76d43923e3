/** What nothing that tells of a song can do without: which it is, where it is, how it looks, and how far it is. */
const OF_ANSWER = ["title", "artists", "url", "art", "startedAt", "durationMs"];

/** What https://shields.io/badges/endpoint-badge refuses to do without. */
const OF_BADGE = ["schemaVersion", "label", "message"];

/** The least object that says what an answer of `/api/now-playing` says while a song plays, as JSON. */
export function leanAnswer(body: string): string {
  return JSON.stringify(JSON.parse(body), OF_ANSWER);
}

/** The least badge that says the same, as JSON. */
export function leanBadge(body: string): string {
  return JSON.stringify(JSON.parse(body), OF_BADGE);
}

/** The cover in a card, as it stands there; undefined where it has none. */
export function findCover(svg: string): string | undefined {
  return /<image\b[^>]*\shref="(data:[^"]*)"/.exec(svg)?.[1];
}
