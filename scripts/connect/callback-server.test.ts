import { request } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCallbackServer } from "./callback-server";
import type { CallbackServer } from "./callback-server";

let server: CallbackServer;
let asked: string[];
beforeEach(async () => {
  asked = [];
  server = await openCallbackServer(0, async (query) => {
    asked.push(String(query));
    return { status: 200, title: "<Title>", text: "Text & more" };
  });
});
afterEach(() => server.close());

/** The status for a request that no browser would make: for another host, or for no path. */
function statusFor(host: string, path = "/owner/callback"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(server.redirectUri, { path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

it("answers the callback with a page that loads nothing, and is kept by nobody", async () => {
  const response = await fetch(`${server.redirectUri}?code=abc`);
  const page = await response.text();
  expect(page).toContain("&lt;Title&gt;");
  expect(page).toContain("Text &amp; more");
  expect(page).toContain("You can close this page");
  expect(page).not.toContain("abc");
  expect(response.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  );
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
});

it("answers nothing else: no other path, method or host", async () => {
  const { origin, host, port } = new URL(server.redirectUri);
  expect((await fetch(origin)).status).toBe(404);
  expect((await fetch(`${server.redirectUri}/`)).status).toBe(404);
  expect((await fetch(server.redirectUri, { method: "POST" })).status).toBe(405);
  expect(await statusFor(`evil.example:${port}`)).toBe(404);
  expect(await statusFor(`localhost:${port}`)).toBe(404);
  expect(asked).toEqual([]);
  expect(await statusFor(host)).toBe(200);
});

it.each(["//", "http://[", "//%"])("outlives a request for %j", async (path) => {
  const { host } = new URL(server.redirectUri);
  expect(await statusFor(host, path)).toBe(404);
  expect(await statusFor(host)).toBe(200);
});

it("says that something went wrong when no page could be made", async () => {
  const broken = await openCallbackServer(0, () => Promise.reject(new Error("hidden")));
  const response = await fetch(broken.redirectUri);
  expect([response.status, await response.text()]).toEqual([500, "Something went wrong.\n"]);
  await broken.close();
});

it("has the address that is registered, but for its port", () => {
  expect(server.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/owner\/callback$/);
});

it("says so when the port is taken", async () => {
  const port = Number(new URL(server.redirectUri).port);
  await expect(openCallbackServer(port, () => Promise.reject(new Error()))).rejects.toThrow(
    `Port ${port} is taken. Choose another with --port`,
  );
});
