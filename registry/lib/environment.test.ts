import { describe, expect, it } from "vitest";
import { parseEnvironment as parseSite } from "@/lib/environment";
import { parseEnvironment } from "./environment";

const SPOTIFY = {
  SPOTIFY_CLIENT_ID: "0123456789abcdef",
  SPOTIFY_CLIENT_SECRET: "fedcba9876543210",
  SPOTIFY_REFRESH_TOKEN: "AQD-refresh_token",
};

const SETTINGS: readonly Readonly<Record<string, string>>[] = [
  {},
  SPOTIFY,
  { SPOTIFY_REFRESH_TOKEN: "AQD-refresh_token" },
  { SPOTIFY_CLIENT_ID: '"quoted"' },
  { ...SPOTIFY, SPOTIFY_CLIENT_SECRET: "two words" },
  { SPOTIFY_CONNECTED_AT: "2026-11-20" },
  { SPOTIFY_CONNECTED_AT: "2026-11-20T10:00:00.000Z" },
  { SPOTIFY_CONNECTED_AT: "20th of November" },
  { SPOTIFY_CONNECTED_AT: "2026-13-45" },
  { SPOTIFY_CONNECTED_AT: "2999-01-01" },
  { SPOTIFY_DAILY_BUDGET: "120" },
  { SPOTIFY_DAILY_BUDGET: "-7" },
  { SPOTIFY_DAILY_BUDGET: "many" },
  { SPOTIFY_ACCOUNTS_URL: "http://127.0.0.1:4390", SPOTIFY_API_URL: "http://localhost:4390/" },
  { SPOTIFY_ACCOUNTS_URL: "http://accounts.test" },
  { SPOTIFY_API_URL: "https://api.test/v1" },
  { SPOTIFY_API_URL: "spotify.test" },
  { SPOTIFY_IMAGE_ORIGINS: "http://127.0.0.1:* https://i.scdn.co" },
  { SPOTIFY_IMAGE_ORIGINS: "https://i.scdn.co http://covers.test" },
  { SESSION_SECRET: "short" },
  { SESSION_SECRET: "a-secret-of-more-than-32-characters" },
  { DATA_DIR: "/data", VERCEL: "1" },
  { SPOTIFY_DAILY_BUDGET: "", SESSION_SECRET: " " },
];

describe("the item's environment", () => {
  it.each(SETTINGS)("is read as the site reads it: %j", (variables) => {
    const site = parseSite(variables);
    const { environment, problems } = parseEnvironment(variables);
    expect(site.environment).toMatchObject(environment);
    expect(problems.map(({ name }) => name)).toEqual(site.problems.map(({ name }) => name));
  });

  it("names what was expected, and never a value", () => {
    const secret = "two words of a secret";
    const { problems } = parseEnvironment({ ...SPOTIFY, SPOTIFY_CLIENT_SECRET: secret });
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });

  it("minds no variable of the app's own", () => {
    const { problems } = parseEnvironment({ SITE_URL: "https://a.test/path", REDIS_URL: "none" });
    expect(problems).toEqual([]);
  });
});
