import { describeArtist, describeImages, describeLink } from "./pieces";
import { escapeHtml } from "@/emulator/http/escape-html";
import { makeId } from "@/emulator/ids";
import type { EpisodeEntry, ItemEntry, LocalEntry, TrackEntry } from "@/emulator/playlist/entry";

/** A track or an episode as an app in Development Mode gets it since 2026: no markets, popularity, linked_from, publisher. */
export function describeItem(entry: ItemEntry, origin: string) {
  if (entry.type === "track") return describeTrack(entry, origin);
  return entry.type === "episode" ? describeEpisode(entry, origin) : describeLocal(entry);
}

export function describeTrack(entry: TrackEntry, origin: string) {
  const artists = entry.artists.map(describeArtist);
  const seed = `${entry.artists.join(", ")} ${entry.album} ${entry.title}`;
  return {
    album: {
      album_type: "album",
      artists: artists.slice(0, 1),
      ...describeLink("album", entry.album),
      images: describeImages(origin, "album", entry.album, entry.images),
      name: entry.album,
      release_date: String(entry.year ?? 1965),
      release_date_precision: "year",
      total_tracks: Math.max(12, entry.trackNumber ?? 1),
    },
    artists,
    disc_number: 1,
    duration_ms: entry.durationMs,
    explicit: entry.explicit ?? false,
    external_ids: { isrc: `ZZEM0${makeId(seed).replace(/\D/g, "").padEnd(7, "0").slice(0, 7)}` },
    ...describeLink("track", seed),
    is_local: false,
    is_playable: true,
    name: entry.title,
    preview_url: null,
    track_number: entry.trackNumber ?? 1,
  };
}

function describeEpisode(entry: EpisodeEntry, origin: string) {
  const description = entry.description ?? "";
  const images = describeImages(origin, "show", entry.show, entry.images);
  return {
    audio_preview_url: null,
    description,
    duration_ms: entry.durationMs,
    explicit: entry.explicit ?? false,
    html_description: `<p>${escapeHtml(description)}</p>`,
    ...describeLink("episode", `${entry.show} ${entry.title}`),
    images,
    is_externally_hosted: false,
    ...(entry.audiobook === true ? {} : { is_playable: true }),
    language: "en",
    languages: ["en"],
    name: entry.title,
    release_date: entry.audiobook === true ? "0000" : "2026-09-04",
    release_date_precision: entry.audiobook === true ? "year" : "day",
    show: {
      copyrights: [],
      description: "Conversations about records.",
      explicit: false,
      html_description: "<p>Conversations about records.</p>",
      ...describeLink("show", entry.show),
      images,
      is_externally_hosted: false,
      languages: ["en"],
      media_type: "audio",
      name: entry.show,
      total_episodes: 41,
    },
  };
}

// A file of one's own has no id and no page: there is nothing to link to.
function describeLocal(entry: LocalEntry) {
  const parts = [entry.artists.join(", "), "", entry.title].map((part) =>
    encodeURIComponent(part).replaceAll("%20", "+"),
  );
  const unlinked = { external_urls: {}, href: null, id: null, uri: null };
  return {
    album: {
      album_type: null,
      artists: [],
      ...unlinked,
      images: [],
      name: "",
      release_date: null,
      release_date_precision: null,
      type: "album",
    },
    artists: entry.artists.map((name) => ({ ...unlinked, name, type: "artist" })),
    disc_number: 0,
    duration_ms: entry.durationMs,
    explicit: false,
    external_ids: {},
    ...unlinked,
    is_local: true,
    name: entry.title,
    preview_url: null,
    track_number: 0,
    type: "track",
    uri: `spotify:local:${parts.join(":")}:${Math.round(entry.durationMs / 1000)}`,
  };
}
