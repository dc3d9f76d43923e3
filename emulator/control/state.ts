import type { FaultOrder } from "@/emulator/faults-in-force";
import type { Counters, LogEntry } from "@/emulator/ledger";
import type { Options } from "@/emulator/options";
import { entryOf, positionAt } from "@/emulator/playback";
import { isItem } from "@/emulator/playlist/entry";
import type { ItemEntry, PlaylistEntry } from "@/emulator/playlist/entry";
import { describeImages } from "@/emulator/web-api/pieces";
import type { Quirk, World } from "@/emulator/world";

export interface ControlState {
  /** The entry in force; null while silenced. */
  readonly playing: PlaylistEntry | null;
  readonly index: number;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly isPlaying: boolean;
  /** The 300 px cover of what is heard, if it has one. */
  readonly cover: string | null;
  readonly playlist: readonly PlaylistLine[];
  readonly quirk: Quirk | null;
  readonly faults: Readonly<Record<string, FaultOrder>>;
  readonly options: Options;
  readonly counters: Counters;
  readonly log: readonly LogEntry[];
}

export interface PlaylistLine {
  readonly type: PlaylistEntry["type"];
  readonly title: string;
  readonly by: string;
  readonly durationMs: number;
  readonly explicit: boolean;
}

export function describeState(world: World): ControlState {
  const playback = world.player.playback();
  const entry = entryOf(playback);
  const heard = world.player.hear();
  return {
    playing: playback.status === "silent" ? null : entry,
    index: playback.index,
    positionMs: Math.round(positionAt(playback, world.now())),
    durationMs: entry.durationMs,
    isPlaying: heard.type !== "nothing" && heard.isPlaying,
    cover: heard.type === "item" ? findCover(heard.item, world.origin()) : null,
    playlist: playback.entries.map(describeLine),
    quirk: world.quirk,
    faults: world.faults.list(),
    options: world.options,
    counters: world.ledger.counters(),
    log: world.ledger.log().slice(-20),
  };
}

function findCover(item: ItemEntry, origin: string): string | null {
  if (item.type === "local") return null;
  const [kind, seed] =
    item.type === "track" ? (["album", item.album] as const) : (["show", item.show] as const);
  const images = describeImages(origin, kind, seed, item.images);
  return (images[1] ?? images[0])?.url ?? null;
}

const plainTitles = { ad: "Advertisement", pause: "Pause", silence: "Silence" } as const;

function describeLine(entry: PlaylistEntry): PlaylistLine {
  const { type, durationMs } = entry;
  if (!isItem(entry))
    return {
      type: entry.type,
      title: plainTitles[entry.type],
      by: "",
      durationMs,
      explicit: false,
    };
  const by = entry.type === "episode" ? entry.show : entry.artists.join(", ");
  const explicit = entry.type !== "local" && entry.explicit === true;
  return { type, title: entry.title, by, durationMs, explicit };
}
