import { apiBase, describeLink } from "./pieces";
import { users } from "@/emulator/accounts/users";
import type { ItemEntry } from "@/emulator/playlist/entry";

/** Where an item is played from. Of Liked Songs the URI names the user, which is why none of this may travel on. */
export function describeContext(item: ItemEntry) {
  if (item.type === "episode") return pick("show", item.show);
  if (item.type === "local") return null;
  const context = item.context ?? "playlist";
  if (context === "none") return null;
  if (context === "album") return pick("album", item.album);
  if (context === "artist") return pick("artist", item.artists[0] ?? "");
  if (context === "playlist") return pick("playlist", "the demo");
  return {
    external_urls: { spotify: "https://open.spotify.com/collection/tracks" },
    href: `${apiBase}/me/tracks`,
    type: "collection",
    uri: `spotify:user:${users.owner.id}:collection`,
  };
}

function pick(type: string, seed: string) {
  const { external_urls, href, uri } = describeLink(type, seed);
  return { external_urls, href, type, uri };
}
