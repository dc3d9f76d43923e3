import { expect, it } from "vitest";
import { createServer } from "./create-server";

const defer = (work: () => Promise<void>) => void work();

function start(siteUrl: string, basePath: string) {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const variables = { SITE_URL: siteUrl, VERCEL: "1" };
  const logOf = () => ({ info: print, warn: print, error: print });
  const server = createServer(variables, { basePath, logOf });
  const ask = (address: string) =>
    server.faces.answerOembed(
      new Request(`http://127.0.0.1/notes/api/oembed?url=${encodeURIComponent(address)}`),
    );
  return { server, printed, ask };
}

it.each([
  ["https://mara.test", "", "/"],
  ["https://mara.test/notes", "/notes", "/notes"],
])(
  "the way to the item leads home while there is none: of %s to %j%s",
  async (site, base, home) => {
    const { server } = start(site, base);
    const response = await server.faces.leadToItem(defer);
    expect([response.status, response.headers.get("location")]).toEqual([302, home]);
  },
);

it("samples have their cover of the host that was asked, below the base path", async () => {
  const { server } = start("https://mara.test/notes", "/notes");
  const address = "http://127.0.0.1:3000/notes/embed/sample.json?preview=playing";
  const headers = { host: "127.0.0.1:3000" };
  const answer = server.faces.answerSample(new Request(address, { headers }));
  expect(await answer?.json()).toMatchObject({
    art: "http://127.0.0.1:3000/notes/embed/sample.svg",
  });
});

it("what is embedded lies below the base path, and nothing outside of it is known", () => {
  const { ask } = start("https://mara.test/notes", "/notes");
  const statusOf = (address: string) => ask(address).status;
  expect(statusOf("https://mara.test/notes")).toBe(200);
  expect(statusOf("https://mara.test/notes/listening")).toBe(200);
  expect(statusOf("https://mara.test/")).toBe(404);
  expect(statusOf("https://mara.test/listening")).toBe(404);
});

it("another path than the built one is named once, and the site is served at the built one", async () => {
  const { printed, ask } = start("https://mara.test/other", "/notes");
  const named = printed.filter((line) => line.startsWith("SITE_URL"));
  expect(named).toEqual([expect.stringMatching(/path \/notes.*build the site again/)]);
  expect(ask("https://mara.test/other").status).toBe(404);
  expect(await ask("https://mara.test/notes").json()).toMatchObject({
    author_url: "https://mara.test/notes",
  });
});
