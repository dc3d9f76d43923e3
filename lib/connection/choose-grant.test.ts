import { describe, expect, it } from "vitest";
import { chooseGrant } from "./choose-grant";
import { hashToken } from "./grant-record";
import type { GrantRecord } from "./grant-record";

const DAY = 24 * 3_600_000;
const MONDAY = Date.UTC(2026, 10, 16);

/** Rotated out of the environment's token. */
const GROWN: GrantRecord = {
  origin: "environment",
  refreshToken: "rotated",
  authorizedAt: MONDAY,
  environmentHash: hashToken("pasted"),
  accessToken: "access",
};

/** Signed in at /owner while "pasted" stood in the environment. */
const SIGNED_IN: GrantRecord = {
  origin: "sign-in",
  refreshToken: "signed-in",
  authorizedAt: MONDAY + 10 * DAY + 5_000,
  environmentHash: hashToken("pasted"),
};

describe("which token wins", () => {
  it("none, where there is none", () => {
    expect(chooseGrant(undefined, undefined)).toBeUndefined();
  });

  it("the environment's, where nothing is stored", () => {
    expect(chooseGrant(undefined, { refreshToken: "pasted", connectedAt: MONDAY })).toEqual({
      origin: "environment",
      refreshToken: "pasted",
      authorizedAt: MONDAY,
      environmentHash: hashToken("pasted"),
    });
  });

  it("the stored one, where the environment has none", () => {
    expect(chooseGrant(SIGNED_IN, undefined)).toBe(SIGNED_IN);
    expect(chooseGrant(GROWN, undefined)).toBe(GROWN);
  });

  it("the stored one that grew from the environment's, with all it brings", () => {
    const environment = { refreshToken: "pasted", connectedAt: MONDAY };
    expect(chooseGrant(GROWN, environment)).toEqual(GROWN);
    expect(chooseGrant(GROWN, { refreshToken: "pasted" })).toEqual(GROWN);
  });

  it("the sign-in that was made beside the environment's, whatever the days", () => {
    for (const connectedAt of [undefined, MONDAY, MONDAY + 100 * DAY]) {
      const environment = { refreshToken: "pasted", connectedAt };
      expect(chooseGrant(SIGNED_IN, environment)).toEqual(SIGNED_IN);
    }
  });

  it("a different token pasted since, where a day is not known", () => {
    expect(chooseGrant(SIGNED_IN, { refreshToken: "new" })).toMatchObject({ refreshToken: "new" });
    const undated = { ...GROWN, authorizedAt: undefined };
    const dated = { refreshToken: "new", connectedAt: MONDAY };
    expect(chooseGrant(undated, dated)).toMatchObject({ refreshToken: "new" });
  });

  it("a different token pasted since that was authorized later, without the old access token", () => {
    const environment = { refreshToken: "new", connectedAt: MONDAY + 11 * DAY };
    expect(chooseGrant(SIGNED_IN, environment)).toEqual({
      origin: "environment",
      refreshToken: "new",
      authorizedAt: MONDAY + 11 * DAY,
      environmentHash: hashToken("new"),
      turn: 1,
    });
  });

  it("the end of the connection over another token that is known to be older", () => {
    const end = { disconnectedAt: MONDAY + 2 * DAY, ended: [] };
    expect(chooseGrant(end, { refreshToken: "old", connectedAt: MONDAY })).toBe(end);
    const later = { refreshToken: "new", connectedAt: MONDAY + 2 * DAY };
    expect(chooseGrant(end, later)).toMatchObject({ refreshToken: "new" });
  });

  it("the stored one over the token that its sign-in brought, pasted since", () => {
    const stored = { ...SIGNED_IN, refreshToken: "rotated", firstHash: hashToken("first") };
    expect(chooseGrant(stored, { refreshToken: "first" })).toEqual(stored);
  });

  it("a token pasted over one that grew from another, though nobody corrected its day", () => {
    const environment = { refreshToken: "new", connectedAt: GROWN.authorizedAt };
    expect(chooseGrant(GROWN, environment)).toMatchObject({ refreshToken: "new" });
  });

  it("the stored one over a different token that is known to be older", () => {
    const environment = { refreshToken: "ancient", connectedAt: MONDAY };
    expect(chooseGrant(SIGNED_IN, environment)).toEqual(SIGNED_IN);
  });

  it("a different token pasted on the day of the stored one, whose hour nobody wrote down", () => {
    const environment = { refreshToken: "new", connectedAt: MONDAY + 10 * DAY };
    expect(chooseGrant(SIGNED_IN, environment)).toMatchObject({ refreshToken: "new" });
  });

  it("the end of the connection, while its token or none stands in the environment", () => {
    const end = {
      disconnectedAt: MONDAY + DAY,
      ended: [hashToken("rotated"), hashToken("pasted")],
    };
    expect(chooseGrant(end, undefined)).toBe(end);
    expect(chooseGrant(end, { refreshToken: "pasted", connectedAt: MONDAY })).toBe(end);
    const pastedLater = { refreshToken: "new" };
    expect(chooseGrant(end, pastedLater)).toMatchObject({ refreshToken: "new" });
  });

  it("the same token with its day corrected in the environment", () => {
    const environment = { refreshToken: "pasted", connectedAt: MONDAY - 3 * DAY };
    expect(chooseGrant(GROWN, environment)).toEqual({ ...GROWN, authorizedAt: MONDAY - 3 * DAY });
  });
});
