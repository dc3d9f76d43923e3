import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPolicy, isHiddenItem } from "./policy";
import type { PublishingPolicy } from "./policy";
import { FIRST, makeItem } from "./testing/made";

const EVENING = { from: "22:00", to: "07:00", timeZone: "Europe/Stockholm" };
const episode = makeItem({ kind: "episode", artists: [], show: "The Long Talk" });

describe("a policy", () => {
  it("that says nothing hides nothing", () => {
    expect(isHiddenItem({}, makeItem({ explicit: true }))).toBe(false);
    expect(isHiddenItem({ hideArtists: [] }, episode)).toBe(false);
  });

  it("hides what is explicit, and episodes, where it says so", () => {
    expect(isHiddenItem({ hideExplicit: true }, makeItem({ explicit: true }))).toBe(true);
    expect(isHiddenItem({ hideExplicit: true }, FIRST)).toBe(false);
    expect(isHiddenItem({ hidePodcasts: true }, episode)).toBe(true);
    expect(isHiddenItem({ hidePodcasts: true }, FIRST)).toBe(false);
  });

  it.each([
    ["in other capitals", "the paper SLEEVES"],
    ["with other spaces", " The  Paper\tSleeves"],
    ["in wide letters", "Ｔｈｅ Ｐａｐｅｒ Ｓｌｅｅｖｅｓ"],
    ["with characters that nobody sees", "The Paper\u00ad Slee\u200bves\u0000"],
  ])("knows an artist %s", (_, artist) => {
    expect(
      isHiddenItem({ hideArtists: ["The Paper Sleeves"] }, makeItem({ artists: [artist] })),
    ).toBe(true);
    expect(isHiddenItem({ hideArtists: [artist] }, FIRST)).toBe(true);
  });

  it.each([
    ["Straße", "STRASSE"],
    ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ["Sigur Ro\u0301s", "sigur rós"],
  ])("takes %s and %s for one name", (one, other) => {
    expect(isHiddenItem({ hideArtists: [one] }, makeItem({ artists: [other] }))).toBe(true);
  });

  it("hides whatever one of several artists, or the show, is named", () => {
    const both = makeItem({ artists: ["Somebody Else", "The Paper Sleeves"] });
    expect(isHiddenItem({ hideArtists: ["The Paper Sleeves"] }, both)).toBe(true);
    expect(isHiddenItem({ hideArtists: ["the long talk"] }, episode)).toBe(true);
  });

  it("hides nobody whose name only contains another, and nothing without a name", () => {
    expect(isHiddenItem({ hideArtists: ["Paper"] }, FIRST)).toBe(false);
    expect(isHiddenItem({ hideArtists: ["Sleeves"] }, makeItem({ artists: [] }))).toBe(false);
  });

  it("finds any name in its own list, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        expect(isHiddenItem({ hideArtists: [name] }, makeItem({ artists: [name] }))).toBe(true);
      }),
    );
  });
});

describe("checking a policy", () => {
  it.each<[PublishingPolicy]>([
    [{}],
    [{ hideExplicit: false, hidePodcasts: true, hideArtists: [], quietHours: [], delaySeconds: 0 }],
    [{ hideArtists: ["Björk"], quietHours: EVENING, delaySeconds: 3_600 }],
    [{ quietHours: [EVENING, { from: "00:00", to: "00:00", timeZone: "America/New_York" }] }],
  ])("finds nothing wrong with %j", (policy) => {
    expect(checkPolicy(policy)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["hideExplicit", { hideExplicit: "yes" }],
    ["hidePodcasts", { hidePodcasts: 1 }],
    ["hideArtists", { hideArtists: "Björk" }],
    ["hideArtists", { hideArtists: ["Björk", " "] }],
    ["hideArtists", { hideArtists: [7] }],
    ["delaySeconds", { delaySeconds: -1 }],
    ["delaySeconds", { delaySeconds: 3_601 }],
    ["delaySeconds", { delaySeconds: 1.5 }],
    ["delaySeconds", { delaySeconds: Number.NaN }],
    ["delaySeconds", { delaySeconds: "60" }],
    ["quietHours.from", { quietHours: { ...EVENING, from: "25:00" } }],
    ["quietHours.from", { quietHours: { ...EVENING, from: "7:00" } }],
    ["quietHours.to", { quietHours: { ...EVENING, to: "24:00" } }],
    ["quietHours.timeZone", { quietHours: { ...EVENING, timeZone: "Europe/Stokholm" } }],
    ["quietHours.timeZone", { quietHours: { ...EVENING, timeZone: "" } }],
    ["quietHours[1].to", { quietHours: [EVENING, { ...EVENING, to: undefined }] }],
    ["quietHours[0].from", { quietHours: [null] }],
    ["quietHours.from", { quietHours: "22:00" }],
    ["hideArtists", { hideArtists: null }],
    ["quietHours.from", { quietHours: null }],
    ["delaySeconds", { delaySeconds: null }],
  ])("names %s where it cannot be used, and what was expected", (field, policy) => {
    const problems = checkPolicy(policy as PublishingPolicy);
    expect(problems[0]).toMatch(/^[\w.[\]]+ cannot be used; expected: .+\.$/);
    expect(problems.map((problem) => problem.split(" ")[0])).toContain(field);
  });
});
