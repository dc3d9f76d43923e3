import { commandSchemas, ControlError, parseCommand } from "./commands";
import type {
  FaultCommand,
  JumpCommand,
  PlaylistCommand,
  QuirkCommand,
  SeekCommand,
} from "./commands";
import { describeState } from "./state";
import type { ControlState } from "./state";
import type { LogEntry } from "@/emulator/ledger";
import { mergeOptions } from "@/emulator/options";
import type { OptionsPatch } from "@/emulator/options";
import type { World } from "@/emulator/world";

/** What a test, the demo or the page may do to a running emulator. Each method takes what its HTTP twin takes as JSON. */
export interface Control {
  state(): ControlState;
  log(): LogEntry[];
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
  /** Nothing plays (204) until `play`, `next`, `previous` or `jump`. */
  silence(): void;
  seek(command: SeekCommand): void;
  jump(command: JumpCommand): void;
  playlist(command: PlaylistCommand): void;
  quirk(command: QuirkCommand): void;
  /** Without `times`, until `clearFaults`. */
  fault(command: FaultCommand): void;
  clearFaults(): void;
  options(patch: OptionsPatch): void;
  /** The user removes the app: refresh tokens die, access tokens live to their end. */
  revoke(): void;
  expireAccessTokens(): void;
  /** Counters and log. */
  resetCounters(): void;
}

export function createControl(world: World): Control {
  const { player, faults, grants, ledger } = world;
  return {
    state: () => describeState(world),
    log: () => ledger.log(),
    play: () => player.play(),
    pause: () => player.pause(),
    next: () => player.skip(1),
    previous: () => player.skip(-1),
    silence: () => player.silence(),
    seek: (command) => player.seek(parseCommand(commandSchemas.seek, command).positionMs),
    jump(command) {
      const to = parseCommand(commandSchemas.jump, command);
      refuseOutside(to.index, player.playback().entries.length);
      player.jump(to);
    },
    playlist(command) {
      const { entries, startAt } = parseCommand(commandSchemas.playlist, command);
      if (startAt !== undefined) refuseOutside(startAt.index, entries.length);
      world.covers.admit(entries);
      player.load(entries, startAt ?? { index: 0 });
    },
    quirk(command) {
      const { quirk } = parseCommand(commandSchemas.quirk, command);
      // What was played so far has to be written down before it turns private, and what was private must not be.
      player.playback();
      world.quirk = quirk;
      player.haunt(quirk === "ghost");
    },
    fault(command) {
      const { host, fault, times, retryAfterSeconds } = parseCommand(commandSchemas.fault, command);
      const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
      faults.set(host, { fault, times: times ?? null, ...wait });
    },
    clearFaults: () => faults.clear(),
    options(patch) {
      world.options = mergeOptions(world.options, parseCommand(commandSchemas.options, patch));
    },
    revoke: () => grants.revokeAll(),
    expireAccessTokens: () => grants.expireAccessTokens(),
    resetCounters: () => ledger.reset(),
  };
}

function refuseOutside(index: number, length: number): void {
  if (index >= length) throw new ControlError(`index: must be between 0 and ${length - 1}`);
}
