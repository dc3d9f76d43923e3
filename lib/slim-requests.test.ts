import { expect, it } from "vitest";
import { slim } from "./slim-requests";

it("leaves an ordinary request as it is", () => {
  const request = { url: "/api/now-playing?v=2", headers: { cookie: "session=1" } };
  slim(request);
  expect(request).toEqual({ url: "/api/now-playing?v=2", headers: { cookie: "session=1" } });
});

it("drops a query and cookies that are long enough to hold the process up", () => {
  const request = {
    url: `/api/now-playing?${"a&".repeat(7_500)}`,
    headers: { cookie: Array.from({ length: 1_800 }, (_, i) => `c${i}=1`).join("; ") },
  };
  slim(request);
  expect(request).toEqual({ url: "/api/now-playing", headers: { cookie: "" } });
});

it("keeps the owner's own cookies among any number of others", () => {
  const others = "; other=1".repeat(1_000);
  const cookie = `a=1; liner-notes-session=x${others}; __Host-liner-notes-sign-in=y`;
  const request = { url: "/owner", headers: { cookie } };
  slim(request);
  expect(request.headers.cookie).toBe(" liner-notes-session=x; __Host-liner-notes-sign-in=y");
});

it("asks a file for all of itself, on no condition that it could fail", () => {
  const headers = { range: "bytes=9-1", "if-match": '"x"', "if-none-match": '"y"' };
  const request = { url: "/now-playing.schema.json", headers };
  slim(request);
  expect(request.headers).toEqual({ "if-none-match": '"y"' });
});

it("takes path and host from an address that was sent whole", () => {
  const request = { url: "http://site.example/feed.xml?a", headers: { host: "other.example" } };
  slim(request);
  expect(request).toEqual({ url: "/feed.xml?a", headers: { host: "site.example" } });
});
