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
    ["SITE_URL", "https://site.test/path"],
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
    const { environment } = parseEnvironment({ SITE_URL: "https://example.com/" });
    expect(environment.siteUrl).toBe("https://example.com");
  });
});
