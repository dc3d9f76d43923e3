import sharp from "sharp";
import { coverId, coverWidths } from "./cover-ids";
import type { Cover, CoverWidth } from "./cover-ids";
import { drawSleeve } from "./sleeve";
import type { PlaylistEntry } from "@/emulator/playlist/entry";

const maxRendered = 500;

/** Knows every cover that a body has named, and prints each once. */
export function createCoverRack() {
  const known = new Map<string, { cover: Cover; width: CoverWidth }>();
  const rendered = new Map<string, Promise<Buffer>>();

  function admitCover(seed: string, cover: Cover): void {
    for (const width of coverWidths) known.set(coverId(cover.kind, seed, width), { cover, width });
  }

  return {
    admit(entries: readonly PlaylistEntry[]): void {
      for (const entry of entries) {
        if (entry.type === "track") {
          const credit = entry.artists[0] ?? "";
          admitCover(entry.album, { kind: "album", title: entry.album, credit, year: entry.year });
        }
        if (entry.type === "episode")
          admitCover(entry.show, { kind: "show", title: entry.show, credit: "", year: undefined });
      }
    },
    admitPortrait(name: string): void {
      admitCover(name, { kind: "person", title: name, credit: "", year: undefined });
    },
    /** The JPEG, or undefined for an id that no body has named. */
    async print(id: string): Promise<Buffer | undefined> {
      const found = known.get(id);
      if (found === undefined) return undefined;
      const printed = rendered.get(id) ?? printCover(found.cover, found.width);
      if (rendered.size >= maxRendered) rendered.clear();
      rendered.set(id, printed);
      return printed;
    },
  };
}

export type CoverRack = ReturnType<typeof createCoverRack>;

async function printCover(cover: Cover, width: CoverWidth): Promise<Buffer> {
  // Drawn at 640 and scaled down, so that the three sizes are the same picture.
  return sharp(Buffer.from(drawSleeve(cover)))
    .resize(width, width)
    .jpeg({ quality: 88 })
    .toBuffer();
}
