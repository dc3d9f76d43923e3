import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEnvironment } from "./environment";

const SPOTIFY = {
  SPOTIFY_CLIENT_ID: "0123456789abcdef",
  SPOTIFY_CLIENT_SECRET: "fedcba9876543210",
  SPOTIFY_REFRESH_TOKEN: "AQD-refresh_token",
};

function problemsOf(variables: Record<string, string>): string[] {
  return parseEnvironment({ ...SPOTIFY, ...variables }).problems.map(({ name }) => name);
}

function siteUrlOf(variables: Record<string, string>, built?: string): string | undefined {
  const { environment, problems } = parseEnvironment(variables, built);
  expect(problems).toEqual([]);
  return environment.siteUrl;
}

describe("the environment", () => {
  it("needs nothing to start", () => {
    const { environment, problems } = parseEnvironment({});
    expect(problems).toEqual([]);
    expect(environment).toMatchObject({
      credentials: undefined,
      dailyBudget: 700,
      accountsUrl: "https://accounts.spotify.com",
      apiUrl: "https://api.spotify.com",
    });
  });

  it("takes an empty value, as a copied .env.example has it, for none", () => {
    expect(problemsOf({ SPOTIFY_DAILY_BUDGET: "", SITE_URL: " ", SESSION_SECRET: "" })).toEqual([]);
  });

  it.each([
    ["SPOTIFY_CLIENT_ID", '"quoted"'],
    ["SPOTIFY_CLIENT_SECRET", "two words"],
    ["SPOTIFY_CONNECTED_AT", "20th of November"],
    ["SPOTIFY_CONNECTED_AT", "2026-13-45"],
    ["SPOTIFY_CONNECTED_AT", "2999-01-01"],
    ["SPOTIFY_DAILY_BUDGET", "-7"],
    ["SPOTIFY_DAILY_BUDGET", "12.5"],
    ["SPOTIFY_DAILY_BUDGET", "many"],
    ["SPOTIFY_ACCOUNTS_URL", "http://accounts.test"],
    ["SPOTIFY_API_URL", "https://api.test/v1"],
    ["SPOTIFY_API_URL", "spotify.test"],
    ["SPOTIFY_IMAGE_ORIGINS", "covers.test"],
    ["SPOTIFY_IMAGE_ORIGINS", "https://i.scdn.co http://covers.test"],
    ["SITE_URL", "my-site.test"],
    ["SITE_URL", "javascript:alert(1)"],
    ["SITE_URL", "https://site.test/path?query"],
    ["SITE_URL", "https://site.test/a//b"],
    ["SESSION_SECRET", "short"],
  ])("names %s when it is malformed, and never its value", (name, value) => {
    const { problems } = parseEnvironment({ ...SPOTIFY, [name]: value });
    expect(problems.map((problem) => problem.name)).toEqual([name]);
    expect(problems[0]?.expected).not.toContain(value);
    expect(problems[0]?.expected).not.toBe("");
  });

  it("asks for the client when only a part of Spotify's variables is set", () => {
    const { SPOTIFY_CLIENT_SECRET: _, ...rest } = SPOTIFY;
    const { problems } = parseEnvironment(rest);
    expect(problems.map(({ name }) => name)).toEqual(["SPOTIFY_CLIENT_SECRET"]);
  });

  it("takes the emulator on this machine, and a production host of Vercel's", () => {
    const { environment, problems } = parseEnvironment({
      SPOTIFY_API_URL: "http://127.0.0.1:4390",
      SPOTIFY_IMAGE_ORIGINS: "http://127.0.0.1:*",
      VERCEL: "1",
      VERCEL_PROJECT_PRODUCTION_URL: "notes.example",
    });
    expect(problems).toEqual([]);
    expect(environment.apiUrl).toBe("http://127.0.0.1:4390");
    expect(environment.siteUrl).toBe("https://notes.example");
    expect(environment.isVercel).toBe(true);
  });

  it("drops the slash at the end of an address", () => {
    expect(siteUrlOf({ SITE_URL: "https://example.com/" })).toBe("https://example.com");
    expect(siteUrlOf({ SITE_URL: "https://example.com/notes/" })).toBe("https://example.com/notes");
  });

  it.each([
    ["https://example.com", "/notes", /with the path \/notes, with which the site was built/],
    ["https://example.com/other", "/notes", /with the path \/notes/],
    ["https://example.com/Notes", "/notes", /with the path \/notes/],
    ["https://example.com/notes", "", /without a path, for the site was built without one/],
  ])("names %s where the site was built with the base path %j", (SITE_URL, built, words) => {
    const { environment, problems } = parseEnvironment({ SITE_URL }, built);
    expect(problems).toEqual([{ name: "SITE_URL", expected: expect.stringMatching(words) }]);
    expect(problems[0]?.expected).toContain("build the site again");
    // What is served is served there all the same.
    expect(environment.siteUrl).toBe(`https://example.com${built}`);
  });

  it("finds the site at the path that it was built with, whoever names its host", () => {
    const told = { SITE_URL: "https://example.com/notes/" };
    expect(siteUrlOf(told, "/notes")).toBe("https://example.com/notes");
    const byVercel = { VERCEL_PROJECT_PRODUCTION_URL: "notes.example" };
    expect(siteUrlOf(byVercel, "/notes")).toBe("https://notes.example/notes");
    expect(siteUrlOf({}, "/notes")).toBeUndefined();
  });

  it("finds nothing wrong with a path in development, where the site lies at the root", () => {
    const variables = { SITE_URL: "https://example.com/notes", NODE_ENV: "development" };
    expect(parseEnvironment(variables, "").problems).toEqual([]);
  });
});

describe("any environment", () => {
  const variables = fc.dictionary(
    fc.constantFrom(
      ..."SPOTIFY_CLIENT_ID SPOTIFY_CLIENT_SECRET SPOTIFY_REFRESH_TOKEN SPOTIFY_CONNECTED_AT".split(
        " ",
      ),
      ..."SPOTIFY_DAILY_BUDGET SPOTIFY_API_URL SPOTIFY_IMAGE_ORIGINS SITE_URL REDIS_URL".split(" "),
      ..."SESSION_SECRET OWNER_WEBHOOK_URL DATA_DIR VERCEL_PROJECT_PRODUCTION_URL".split(" "),
    ),
    fc.oneof(
      fc.string({ unit: "binary", minLength: 12 }),
      fc.constantFrom("https://[", "http://a@b", "redis://:%@a", "0000-01-01", "+275760-09-13"),
    ),
  );

  it("is read without a throw, and no problem repeats a value", () => {
    fc.assert(
      fc.property(variables, (given) => {
        const { problems } = parseEnvironment(given, "");
        const said = problems.map(({ expected }) => expected).join(" ");
        for (const value of Object.values(given))
          if (value.trim().length > 11) expect(said).not.toContain(value.trim());
      }),
    );
  });

  it("names no sign-in from before the epoch, which no store could hold", () => {
    const variables = { SPOTIFY_CONNECTED_AT: "1969-12-31" };
    expect(parseEnvironment(variables).problems).toMatchObject([{ name: "SPOTIFY_CONNECTED_AT" }]);
  });
});
