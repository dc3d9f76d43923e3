import { createCodes } from "./accounts/codes";
import type { Codes } from "./accounts/codes";
import { createGrants, demoRefreshToken } from "./accounts/grants";
import type { Grants } from "./accounts/grants";
import { users } from "./accounts/users";
import { createCoverRack } from "./covers/cover-rack";
import type { CoverRack } from "./covers/cover-rack";
import { createFaultsInForce } from "./faults-in-force";
import type { FaultsInForce } from "./faults-in-force";
import { createLedger } from "./ledger";
import type { Ledger } from "./ledger";
import { defaultOptions } from "./options";
import type { Options } from "./options";
import type { StartAt } from "./playback";
import { createPlayer } from "./player";
import type { Player } from "./player";
import type { PlaylistEntry } from "./playlist/entry";

export const quirks = [
  "ghost",
  "null-progress",
  "zero-progress",
  "empty-200",
  "private",
  "no-item",
] as const;
export type Quirk = (typeof quirks)[number];

/** Everything that one emulator is, between two requests. */
export interface World {
  readonly now: () => number;
  /** Where its own pictures are fetched from. */
  readonly origin: () => string;
  options: Options;
  quirk: Quirk | null;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly player: Player;
  readonly faults: FaultsInForce;
  readonly ledger: Ledger;
  readonly covers: CoverRack;
}

export function createWorld(
  entries: readonly PlaylistEntry[],
  startAt: StartAt,
  options: Partial<Options>,
  now: () => number,
  origin: () => string,
): World {
  const world: World = {
    now,
    origin,
    options: { ...defaultOptions, ...options },
    quirk: null,
    codes: createCodes(now),
    grants: createGrants(now, () => world.options),
    player: createPlayer(entries, startAt, now, () => world.quirk === "private"),
    faults: createFaultsInForce(),
    ledger: createLedger(now),
    covers: createCoverRack(),
  };
  world.covers.admit(entries);
  for (const user of Object.values(users)) world.covers.admitPortrait(user.name);
  world.grants.authorize(
    users.owner.id,
    ["user-read-currently-playing", "user-read-recently-played"],
    false,
    demoRefreshToken,
  );
  return world;
}
