import { describe, expect, it } from "vitest";
import { isAllowedImage, parseImageOrigins } from "@/lib/artwork/image-origins";
import { createSeal } from "@/lib/connection/seal";
import { escapeHtml } from "@/lib/embeds/escape-html";
import { escapeXml } from "@/lib/embeds/escape-xml";
import { answerOembed } from "@/lib/embeds/oembed";
import { parseCardOptions, parseFaceOptions } from "@/lib/embeds/options";
import { parseEnvironment } from "@/lib/environment";
import { judgeRequest } from "@/lib/judge-request";
import { answerUnlessKnown } from "@/lib/now-playing/answer";
import { cleanItem } from "@/lib/now-playing/clean-item";
import { isNowPlaying } from "@/lib/now-playing/wire";
import { addressOf } from "@/lib/owner/attempts";
import { readCookie } from "@/lib/owner/cookies";
import { readNotice } from "@/lib/owner/describe-door";
import { isOwnPost, originOf } from "@/lib/owner/origins";
import { isFromThisMachine } from "@/lib/owner/this-machine";
import { dropRouterHeaders } from "@/lib/router-headers";
import { slim } from "@/lib/slim-requests";
import { Secret } from "@/lib/secret";
import { parseHistory, parsePlayback } from "@/lib/spotify/parse-playback";
import { parseRetryAfter } from "@/lib/spotify/retry-after";
import { parseRedisUrl } from "@/lib/store/redis-url";

const LENGTH = 100_000;

/** What an expression that goes back and forth would do so over, with an end that it does not expect. */
const UNITS = ["a", "0", " ", "\n", "/", ".", "a.", "-", ":", ",", ";", "=", "%41", "W/", "[", '"'];
const TEXTS = [...UNITS, "\\", "<", "&", "\u0301", "\uD800", "🎵"].map((unit) => {
  return `${unit.repeat(LENGTH / unit.length)}\0!`;
});

const headersOf = (text: string) => ({ get: () => text });
const seal = createSeal(new Secret("a secret of at least thirty-two signs"));
const words = { title: "", link: "", frame: "", missingUrl: "", unknownUrl: "", unknownFormat: "" };
const home = new URL("https://site.example");

/** All that reads a text which a visitor, another site, Spotify or a store may have written. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "the wait of a 429": (text) => parseRetryAfter(text, 0),
  "a song": (text) =>
    parsePlayback({ item: { name: text, uri: text, external_urls: { spotify: text } } }),
  "a history": (text) => parseHistory({ items: [{ track: { name: text }, played_at: text }] }),
  "an item's words and addresses": (name) => {
    const kind = "track" as const;
    return cleanItem({ key: name, kind, title: name, artists: [name], url: name, explicit: false });
  },
  "an image's address": (text) =>
    isAllowedImage(`https://i.scdn.co/${text}`, parseImageOrigins("https://*.scdn.co").origins),
  "origins of images": parseImageOrigins,
  "a Redis address": (text) => parseRedisUrl(`redis://${text}`),
  "the environment": (text) =>
    parseEnvironment({ SITE_URL: text, SPOTIFY_CONNECTED_AT: text, SPOTIFY_CLIENT_ID: text }),
  "a body of ours": (text) => isNowPlaying({ v: 1, state: text, url: text, tint: text }),
  "a sealed text": (text) => seal.open(`v1.${text}`, "a"),
  "options of a face": (text) => parseFaceOptions(headersOf(text)),
  "options of a card": (text) => parseCardOptions(headersOf(text)),
  "an oEmbed question": (text) =>
    answerOembed({ get: (name) => (name === "format" ? null : text) }, home, {
      siteTitle: "",
      authorName: "",
      words,
    }),
  "a list of validators": (text) => {
    const request = new Request(home, { headers: { "if-none-match": encodeURI(clean(text)) } });
    return answerUnlessKnown(request, "", '"x"', {});
  },
  "a list of cookies": (text) => readCookie(text, "session", true),
  "where a request came from": (text) => originOf(headersOf(text)),
  "whether a form is ours": (text) => isOwnPost("https://site.example", headersOf(text)),
  "who is at this machine": (text) => isFromThisMachine(headersOf(text)),
  "an address of a client": (text) => addressOf(headersOf(text)),
  "a notice": (text) => readNotice(new URLSearchParams({ notice: text, until: text })),
  "a request's line": (text) => judgeRequest({ url: `/${text}`, headers: {} }),
  "a request's headers": (text) => slim({ url: text, headers: { cookie: text } }),
  "the router's headers": (text) =>
    dropRouterHeaders({ url: text, headers: { "next-router-state-tree": text } }),
  "text in HTML": escapeHtml,
  "text in XML": escapeXml,
};

function clean(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, "x");
}

/** In ms, of the processor's time: another suite may have the machine just now. */
function measure(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe("100 kB of one sign", () => {
  it.each(Object.entries(READERS))("holds nothing up as %s", (_, read) => {
    for (const text of TEXTS) {
      // The first may be the one that is compiled, or that the collector comes in.
      const tookMs = Math.min(...[1, 2, 3].map(() => measure(() => read(text))));
      expect(tookMs, JSON.stringify(text.slice(0, 6))).toBeLessThan(50);
    }
  });
});
