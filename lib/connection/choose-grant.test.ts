import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { chooseGrant } from "./choose-grant";
import { hashToken } from "./grant-record";
import type { GrantRecord } from "./grant-record";

const DAY = 24 * 3_600_000;
const MONDAY = Date.UTC(2026, 10, 16);

/** Rotated out of the environment's token. */
const GROWN: GrantRecord = {
  origin: "environment",
  refreshToken: new Secret("rotated"),
  authorizedAt: MONDAY,
  environmentHash: hashToken(new Secret("pasted")),
  accessToken: new Secret("access"),
};

/** Signed in at /owner while "pasted" stood in the environment. */
const SIGNED_IN: GrantRecord = {
  origin: "sign-in",
  refreshToken: new Secret("signed-in"),
  authorizedAt: MONDAY + 10 * DAY + 5_000,
  environmentHash: hashToken(new Secret("pasted")),
};

describe("which token wins", () => {
  it("none, where there is none", () => {
    expect(chooseGrant(undefined, undefined)).toBeUndefined();
  });

  it("the environment's, where nothing is stored", () => {
    expect(
      chooseGrant(undefined, { refreshToken: new Secret("pasted"), connectedAt: MONDAY }),
    ).toEqual({
      origin: "environment",
      refreshToken: new Secret("pasted"),
      authorizedAt: MONDAY,
      environmentHash: hashToken(new Secret("pasted")),
    });
  });

  it("the stored one, where the environment has none", () => {
    expect(chooseGrant(SIGNED_IN, undefined)).toBe(SIGNED_IN);
    expect(chooseGrant(GROWN, undefined)).toBe(GROWN);
  });

  it("the stored one that grew from the environment's, with all it brings", () => {
    const environment = { refreshToken: new Secret("pasted"), connectedAt: MONDAY };
    expect(chooseGrant(GROWN, environment)).toEqual(GROWN);
    expect(chooseGrant(GROWN, { refreshToken: new Secret("pasted") })).toEqual(GROWN);
  });

  it("the sign-in that was made beside the environment's, whatever the days", () => {
    for (const connectedAt of [undefined, MONDAY, MONDAY + 100 * DAY]) {
      const environment = { refreshToken: new Secret("pasted"), connectedAt };
      expect(chooseGrant(SIGNED_IN, environment)).toEqual(SIGNED_IN);
    }
  });

  it("a different token pasted since, where a day is not known", () => {
    expect(chooseGrant(SIGNED_IN, { refreshToken: new Secret("new") })).toMatchObject({
      refreshToken: new Secret("new"),
    });
    const undated = { ...GROWN, authorizedAt: undefined };
    const dated = { refreshToken: new Secret("new"), connectedAt: MONDAY };
    expect(chooseGrant(undated, dated)).toMatchObject({ refreshToken: new Secret("new") });
  });

  it("a different token pasted since that was authorized later, without the old access token", () => {
    const environment = { refreshToken: new Secret("new"), connectedAt: MONDAY + 11 * DAY };
    expect(chooseGrant(SIGNED_IN, environment)).toEqual({
      origin: "environment",
      refreshToken: new Secret("new"),
      authorizedAt: MONDAY + 11 * DAY,
      environmentHash: hashToken(new Secret("new")),
      turn: 1,
    });
  });

  it("the end of the connection over another token that is known to be older", () => {
    const end = { disconnectedAt: MONDAY + 2 * DAY, ended: [] };
    expect(chooseGrant(end, { refreshToken: new Secret("old"), connectedAt: MONDAY })).toBe(end);
    const later = { refreshToken: new Secret("new"), connectedAt: MONDAY + 2 * DAY };
    expect(chooseGrant(end, later)).toMatchObject({ refreshToken: new Secret("new") });
  });

  it("the stored one over the token that its sign-in brought, pasted since", () => {
    const stored = {
      ...SIGNED_IN,
      refreshToken: new Secret("rotated"),
      firstHash: hashToken(new Secret("first")),
    };
    expect(chooseGrant(stored, { refreshToken: new Secret("first") })).toEqual(stored);
  });

  it("a token pasted over one that grew from another, though nobody corrected its day", () => {
    const environment = { refreshToken: new Secret("new"), connectedAt: GROWN.authorizedAt };
    expect(chooseGrant(GROWN, environment)).toMatchObject({ refreshToken: new Secret("new") });
  });

  it("the stored one over a different token that is known to be older", () => {
    const environment = { refreshToken: new Secret("ancient"), connectedAt: MONDAY };
    expect(chooseGrant(SIGNED_IN, environment)).toEqual(SIGNED_IN);
  });

  it("a different token pasted on the day of the stored one, whose hour nobody wrote down", () => {
    const environment = { refreshToken: new Secret("new"), connectedAt: MONDAY + 10 * DAY };
    expect(chooseGrant(SIGNED_IN, environment)).toMatchObject({ refreshToken: new Secret("new") });
  });

  it("the end of the connection, while its token or none stands in the environment", () => {
    const end = {
      disconnectedAt: MONDAY + DAY,
      ended: [hashToken(new Secret("rotated")), hashToken(new Secret("pasted"))],
    };
    expect(chooseGrant(end, undefined)).toBe(end);
    expect(chooseGrant(end, { refreshToken: new Secret("pasted"), connectedAt: MONDAY })).toBe(end);
    const pastedLater = { refreshToken: new Secret("new") };
    expect(chooseGrant(end, pastedLater)).toMatchObject({ refreshToken: new Secret("new") });
  });

  it("the same token with its day corrected in the environment", () => {
    const environment = { refreshToken: new Secret("pasted"), connectedAt: MONDAY - 3 * DAY };
    expect(chooseGrant(GROWN, environment)).toEqual({ ...GROWN, authorizedAt: MONDAY - 3 * DAY });
  });
});
