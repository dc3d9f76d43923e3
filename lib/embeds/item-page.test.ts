import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { chooseItemPage } from "./item-page";

function linked(url: string): NowPlaying {
  return { v: 1, state: "paused", kind: "track", title: "Notturno", url, positionMs: 0 };
}

describe("the way to Spotify", () => {
  it("leads to the item", () => {
    const url = "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=1";
    expect(chooseItemPage(linked(url))).toBe(url);
  });

  it("leads nowhere where there is no item, or none with a page", () => {
    expect(chooseItemPage({ v: 1, state: "idle" })).toBeUndefined();
    expect(chooseItemPage({ v: 1, state: "unavailable", reason: "unreachable" })).toBeUndefined();
    expect(
      chooseItemPage({
        v: 1,
        state: "recent",
        kind: "local",
        title: "Rehearsal",
        playedAt: 0,
      }),
    ).toBeUndefined();
  });

  it.each([
    "http://open.spotify.com/track/1",
    "https://open.spotify.com.evil.test/track/1",
    "https://open.spotify.com@evil.test/track/1",
    "https://open.spotify.com:443@evil.test/",
    "https://user@open.spotify.com/track/1",
    "https://user:word@open.spotify.com/track/1",
    "https://:word@open.spotify.com/track/1",
    "https://open.spotify.com:8443/track/1",
    "https://open.spotify.com./track/1",
    "https://spotify.com/track/1",
    "https://accounts.spotify.com/authorize",
    "https://evil.test/https://open.spotify.com/",
    "https://evil.test\\@open.spotify.com/",
    "https://evil.test#@open.spotify.com/",
    "https://evil.test?@open.spotify.com/",
    "https://open.spotify.com%2eevil.test/",
    "https://open.spotify.com%00.evil.test/",
    "https://open.spotify。com.evil.test/",
    "https://ореn.spotify.com/",
    "//open.spotify.com/track/1",
    "\\\\open.spotify.com\\track",
    "/track/1",
    "open.spotify.com/track/1",
    "javascript:alert(1)//open.spotify.com/",
    "data:text/html,https://open.spotify.com/",
    "blob:https://open.spotify.com/1",
    "spotify:track:1",
    "https://",
    "",
  ])("does not lead to %s", (url) => {
    expect(chooseItemPage(linked(url))).toBeUndefined();
  });

  it("writes the address anew, so that every reader of it agrees where it leads", () => {
    const page = "https://open.spotify.com/track/1";
    expect(chooseItemPage(linked("https:\\\\open.spotify.com\\track\\1"))).toBe(page);
    expect(chooseItemPage(linked("HTTPS://OPEN.Spotify.com:443/x/../track/1"))).toBe(page);
    expect(chooseItemPage(linked(" https://open。spotify。com/track/\n1 "))).toBe(page);
    expect(chooseItemPage(linked("https://open.spotify.com/a b\r\nSet-Cookie: é"))).toBe(
      "https://open.spotify.com/a%20bSet-Cookie:%20%C3%A9",
    );
  });

  it("leads to Spotify or nowhere, whatever is stored", () => {
    const piece = fc.constantFrom(
      "https://",
      "http:",
      "//",
      "\\",
      "/",
      "@",
      ":",
      ":443",
      "#",
      "?",
      "%2f",
      "open.spotify.com",
      "evil.test",
      ".",
      "。",
      "\t",
      "user",
      "é",
    );
    const url = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.array(piece, { maxLength: 6 }).map((pieces) => `https://${pieces.join("")}`),
      fc.webUrl(),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(url, (url) => {
        const page = chooseItemPage(linked(url));
        if (page !== undefined) expect(page).toMatch(/^https:\/\/open\.spotify\.com\/[!-~]*$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
