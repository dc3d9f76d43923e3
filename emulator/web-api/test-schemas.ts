import { Ajv } from "ajv";
import addFormats from "ajv-formats";

// The Web API's description, condensed by hand to what an app in Development Mode gets since 2026; closed, so that a
// removed field that creeps back in is a failure. Nullable where real answers are null though the description is silent.

const text = { type: "string" };
const count = { type: "integer", minimum: 0 };
const flag = { type: "boolean" };
const id = { type: "string", pattern: "^[0-9A-Za-z]{22}$" };
const uri = { type: "string", pattern: "^spotify:[a-z]+:[0-9A-Za-z]{22}$" };
const apiHref = { type: "string", pattern: "^https://api\\.spotify\\.com/v1/" };

function closed(properties: Record<string, unknown>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}

function listOf(items: unknown, more: Record<string, unknown> = {}) {
  return { type: "array", items, ...more };
}

function orNull(schema: unknown) {
  return { anyOf: [schema, { type: "null" }] };
}

const links = closed({ spotify: { type: "string", pattern: "^https://open\\.spotify\\.com/" } });
const images = listOf(
  closed({
    url: { type: "string", format: "uri" },
    height: { enum: [640, 300, 64, null] },
    width: { enum: [640, 300, 64, null] },
  }),
);

function linked(type: string) {
  return { external_urls: links, href: apiHref, id, type: { const: type }, uri };
}

const artist = closed({ ...linked("artist"), name: text });
const dates = {
  release_date: { type: "string", pattern: "^\\d{4}(-\\d\\d){0,2}$" },
  release_date_precision: { enum: ["year", "month", "day"] },
};

const album = closed({
  ...linked("album"),
  ...dates,
  album_type: { enum: ["album", "single", "compilation"] },
  artists: listOf(artist, { minItems: 1 }),
  images,
  name: text,
  total_tracks: count,
});

const track = closed({
  ...linked("track"),
  album,
  artists: listOf(artist, { minItems: 1 }),
  disc_number: count,
  duration_ms: count,
  explicit: flag,
  external_ids: closed({ isrc: { type: "string", pattern: "^[A-Z]{2}[A-Z0-9]{3}\\d{7}$" } }),
  is_local: { const: false },
  is_playable: flag,
  name: text,
  preview_url: { type: "null" },
  track_number: count,
});

const nothing = { type: "null" };
const unlinked = { external_urls: closed({}), href: nothing, id: nothing };

const localTrack = closed({
  ...unlinked,
  album: closed({
    ...unlinked,
    album_type: nothing,
    artists: listOf({}, { maxItems: 0 }),
    images: listOf({}, { maxItems: 0 }),
    name: { const: "" },
    release_date: nothing,
    release_date_precision: nothing,
    type: { const: "album" },
    uri: nothing,
  }),
  artists: listOf(closed({ ...unlinked, name: text, type: { const: "artist" }, uri: nothing })),
  disc_number: count,
  duration_ms: count,
  explicit: flag,
  external_ids: closed({}),
  is_local: { const: true },
  name: text,
  preview_url: nothing,
  track_number: count,
  type: { const: "track" },
  uri: { type: "string", pattern: "^spotify:local:[^:]*:[^:]*:[^:]*:\\d+$" },
});

const shared = {
  description: text,
  explicit: flag,
  html_description: text,
  images,
  is_externally_hosted: flag,
  languages: listOf(text),
  name: text,
};

const episodeProperties = {
  ...linked("episode"),
  ...shared,
  ...dates,
  audio_preview_url: nothing,
  duration_ms: count,
  is_playable: flag,
  language: text,
  show: closed({
    ...linked("show"),
    ...shared,
    copyrights: listOf({}),
    media_type: text,
    total_episodes: count,
  }),
};
const episode = closed(episodeProperties, ["is_playable"]);

const context = closed({
  external_urls: links,
  href: apiHref,
  type: { enum: ["album", "artist", "playlist", "show", "collection"] },
  uri: { type: "string", pattern: "^spotify:" },
});

const currentlyPlaying = closed({
  timestamp: count,
  context: orNull(context),
  progress_ms: orNull(count),
  item: { anyOf: [track, localTrack, episode, nothing] },
  currently_playing_type: { enum: ["track", "episode", "ad", "unknown"] },
  actions: closed({
    disallows: { type: "object", additionalProperties: { const: true } },
  }),
  is_playing: flag,
});

const pageHref = { type: "string", pattern: "/v1/me/player/recently-played\\?" };
const millisecondString = { type: "string", pattern: "^\\d{13}$" };

const recentlyPlayed = closed({
  items: listOf(
    closed({
      track,
      played_at: {
        type: "string",
        pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
      },
      context: orNull(context),
    }),
    { maxItems: 50 },
  ),
  next: orNull(pageHref),
  cursors: orNull(closed({ after: millisecondString, before: millisecondString })),
  limit: count,
  href: pageHref,
});

const me = closed({
  account_id: text,
  display_name: text,
  external_urls: links,
  href: apiHref,
  id: text,
  images,
  type: { const: "user" },
  uri: { type: "string", pattern: "^spotify:user:" },
});

const apiError = closed({
  error: closed(
    { status: { type: "integer", minimum: 400, maximum: 599 }, message: text, reason: text },
    ["reason"],
  ),
});

const tokens = closed(
  {
    access_token: { type: "string", minLength: 40 },
    token_type: { const: "Bearer" },
    expires_in: { type: "integer", minimum: 1 },
    scope: text,
    refresh_token: { type: "string", minLength: 40 },
  },
  ["refresh_token"],
);

const oauthError = closed({ error: text, error_description: text }, ["error_description"]);

const schemas = { currentlyPlaying, recentlyPlayed, me, apiError, tokens, oauthError };

const ajv = new Ajv({ strict: true, allErrors: true });
addFormats.default(ajv);

/** What is wrong with a body, in words; empty when nothing is. */
export function findFlaws(name: keyof typeof schemas, body: unknown): string[] {
  const validate = ajv.compile(schemas[name]);
  if (validate(body)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
