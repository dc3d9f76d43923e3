import type { Console, Door, OwnerPage } from "@/lib/owner/view";

const DAY_MS = 24 * 60 * 60_000;

/** Epoch ms at which the pages of the tests are looked at. */
export const NOW = Date.UTC(2026, 10, 20, 13, 5);

const door: Door = {
  now: NOW,
  missing: [],
  claims: false,
  redirectUri: "https://example.com/owner/callback",
  isInsecure: false,
  accountsUrl: "https://accounts.spotify.com",
};

/** The door of a site on which everything is set. */
export function doorWith(change: Partial<Door> = {}): OwnerPage {
  return { door: { ...door, ...change }, console: undefined };
}

const healthy: Console = {
  now: NOW,
  connection: { ...lived(29), state: "connected", origin: "sign-in", disconnectedAt: undefined },
  published: {
    v: 1,
    state: "playing",
    kind: "track",
    title: "Notturno",
    artists: ["Clara Schumann"],
    url: "https://open.spotify.com/track/1",
    durationMs: 180_000,
    startedAt: NOW - 60_000,
  },
  hiddenUntil: undefined,
  lastReadingAt: NOW - 3 * 60_000,
  budget: {
    limit: 700,
    remaining: 487,
    hours: [0, 0, 0, 0, 0, 3, 14, 22, 31, 9, 0, 0, 18, 26, 24, 12, 0, 0, 0, 6, 17, 15, 11, 5],
  },
  gate: undefined,
  problems: [],
  store: { kind: "file", durable: true, shared: false, works: true },
  hasVariables: false,
};

/** What is known of a connection so many days after its sign-in. */
function lived(days: number) {
  const connectedAt = NOW - days * DAY_MS;
  const daysLeft = Math.max(0, 180 - days);
  const warning = ([0, 1, 7, 30] as const).find((due) => daysLeft <= due);
  const scopes = ["user-read-currently-playing"];
  return { connectedAt, endsAt: connectedAt + 180 * DAY_MS, daysLeft, warning, scopes };
}

/** A console on which all is well, but for what is changed. */
export function consoleWith(change: Partial<Console> = {}, atDoor: Partial<Door> = {}): OwnerPage {
  return { door: { ...door, ...atDoor }, console: { ...healthy, ...change } };
}

/** A console so many days after the sign-in. */
export function consoleAfter(
  days: number,
  change: Partial<Console["connection"]> = {},
  more: Partial<Console> = {},
): OwnerPage {
  const connection = { ...healthy.connection, ...lived(days), ...change };
  return consoleWith({ ...more, connection });
}

/** A console of which the day of the sign-in is not known. */
export function consoleWithoutDay(change: Partial<Console["connection"]> = {}): OwnerPage {
  return consoleAfter(0, {
    connectedAt: undefined,
    endsAt: undefined,
    daysLeft: undefined,
    warning: undefined,
    scopes: undefined,
    origin: "environment",
    ...change,
  });
}
