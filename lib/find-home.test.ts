import { expect, it } from "vitest";
import { findHome } from "./find-home";

const request = (headers: Readonly<Record<string, string>>) =>
  new Request("http://inside.test:3000/notes/api/oembed", { headers });

it("is what the author has told, whoever asks", () => {
  const siteUrl = new URL("https://mara.test/notes");
  expect(findHome(request({ host: "evil.test" }), siteUrl, "/notes")).toBe(siteUrl);
});

it("is what was asked where nobody has told it, with the path that the site was built with", () => {
  const forwarded = request({
    host: "inside.test:3000",
    "x-forwarded-host": "mara.test",
    "x-forwarded-proto": "https",
  });
  expect(findHome(forwarded, undefined, "").href).toBe("https://mara.test/");
  expect(findHome(forwarded, undefined, "/notes").href).toBe("https://mara.test/notes");
});

it("is the address of the request where its headers name none", () => {
  expect(findHome(request({ host: "no host" }), undefined, "/notes").href).toBe(
    "http://inside.test:3000/notes",
  );
  expect(findHome(request({ host: "no host" }), undefined, "").href).toBe(
    "http://inside.test:3000/",
  );
});
