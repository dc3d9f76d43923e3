import { describe, expect, it } from "vitest";
import { answerText } from "./answer-text";

const SITE = new URL("https://site.test/notes");

const write = (home: URL) => `This is ${home.href}`;

function ask(headers: Record<string, string> = {}, siteUrl?: URL, canonical?: () => string) {
  const request = new Request("http://127.0.0.1:3000/feed.xml", {
    headers: { host: "asked.test", ...headers },
  });
  return answerText(request, {
    siteUrl,
    type: "text/plain",
    write,
    ...(canonical && { canonical }),
  });
}

describe("answerText", () => {
  it("names the address that the author has told, with its path, and may then be kept", async () => {
    const response = ask({}, SITE);
    expect(await response.text()).toBe("This is https://site.test/notes");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=600/);
  });

  it("names the address that was asked where there is no other, and tells nobody else", async () => {
    const response = ask({ "x-forwarded-host": "seen.test", "x-forwarded-proto": "https" });
    expect(await response.text()).toBe("This is https://seen.test/");
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("is a 304 to whoever has it", () => {
    const etag = String(ask({}, SITE).headers.get("etag"));
    const again = ask({ "if-none-match": etag }, SITE);
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.has("content-type")).toBe(false);
    expect(ask({ "if-none-match": '"other"' }, SITE).status).toBe(200);
  });

  it("is of the type it says, and read by any site", () => {
    const { headers } = ask({}, SITE);
    expect(headers.get("content-type")).toBe("text/plain");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.has("x-robots-tag")).toBe(false);
  });

  it("leaves search to the page that it is a twin of", () => {
    const { headers } = ask({}, SITE, () => "https://site.test/notes/uses");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("link")).toBe('<https://site.test/notes/uses>; rel="canonical"');
  });
});
