import { expect, it } from "vitest";
import { judgeRedirectUri } from "./redirect-uris";

const registered = [
  "http://127.0.0.1/owner/callback",
  "http://[::1]:8080/callback",
  "https://site.example/callback",
];

it.each([
  ["https://site.example/callback", "ok", "an exact match"],
  ["http://127.0.0.1/owner/callback", "ok", "an exact match on loopback"],
  ["http://127.0.0.1:3000/owner/callback", "ok", "any port, where none was registered"],
  ["http://[::1]:8080/callback", "ok", "the registered port"],
  ["http://[::1]:9090/callback", "unregistered", "another port than the registered one"],
  ["http://127.0.0.1:3000/owner/callback/", "unregistered", "a trailing slash"],
  ["http://127.0.0.1:3000/Owner/callback", "unregistered", "another case"],
  ["http://127.0.0.1:3000/owner/callback?x=1", "unregistered", "a query that was not registered"],
  ["https://127.0.0.1/owner/callback", "unregistered", "another scheme"],
  ["https://site.example:8443/callback", "unregistered", "a port on a name"],
  ["https://evil.example/callback", "unregistered", "a stranger"],
  ["http://127.0.0.1@evil.example/owner/callback", "insecure", "a host in disguise"],
  ["http://localhost:3000/owner/callback", "insecure", "localhost"],
  ["https://localhost/owner/callback", "insecure", "localhost, even over https"],
  ["http://site.example/callback", "insecure", "http on a name"],
  ["not a url", "unregistered", "nonsense"],
  ["", "unregistered", "nothing"],
])("%s is %s: %s", (uri, verdict) => {
  expect(judgeRedirectUri(uri, registered)).toBe(verdict);
});
