import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCoverFetcher, type FetchCover } from "./fetch-cover";
import { startHost, type TestHost } from "./testing/host";

const everywhere = () => true;
const image =
  (type: string): RequestListener =>
  (_, response) =>
    response.writeHead(200, { "content-type": type }).end("the bytes");
const redirect =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end("see there");

const routes: Record<string, RequestListener> = {
  "/ok": image("image/jpeg"),
  "/params": image("Image/PNG; charset=binary"),
  "/webp": image("image/webp"),
  "/avif": image("image/avif"),
  "/svg": image("image/svg+xml"),
  "/html": image("text/html"),
  "/gif": image("image/gif"),
  "/untyped": (_, response) => response.writeHead(200).end("the bytes"),
  "/missing": (_, response) => response.writeHead(404, { "content-type": "image/png" }).end("no"),
  "/partial": (_, response) => response.writeHead(206, { "content-type": "image/png" }).end("no"),
  "/once": redirect("/ok", 301),
  "/twice": redirect("/once", 307),
  "/thrice": redirect("/twice"),
  "/round": redirect("/round"),
  "/nowhere": redirect("http://"),
  "/away": redirect("http://localhost:1/ok"),
  "/file": redirect("file:///etc/passwd"),
  "/huge": (_, response) => {
    response.writeHead(200, { "content-type": "image/png" });
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384)));
    };
    response.on("drain", more);
    more();
  },
  "/bomb": (_, response) =>
    response
      .writeHead(200, { "content-type": "image/png", "content-encoding": "gzip" })
      .end(gzipSync(Buffer.alloc(5_000_000))),
  "/drip": (_, response) => {
    response.writeHead(200, { "content-type": "image/png" }).flushHeaders();
    const drip = setInterval(() => response.write("."), 10);
    response.on("close", () => clearInterval(drip));
  },
  "/silent": () => undefined,
  "/cut": (_, response) => {
    response.writeHead(200, { "content-type": "image/png", "content-length": "1000" });
    response.write("half", () => response.destroy());
  },
};

let host: TestHost;
let fetchCover: FetchCover;
beforeEach(async () => {
  host = await startHost((request, response) => routes[request.url ?? ""]?.(request, response));
  const isAllowed = (url: string) => url.startsWith(`${host.origin}/`);
  fetchCover = createCoverFetcher({ isAllowed, timeoutMs: 150, maxBytes: 100_000 });
});
afterEach(() => host.close());

describe("a cover", () => {
  it.each([
    ["/ok", "image/jpeg"],
    ["/params", "image/png"],
    ["/webp", "image/webp"],
    ["/avif", "image/avif"],
    ["/twice", "image/jpeg"],
  ])("at %s comes with its bytes and the type %s", async (path, type) => {
    const cover = await fetchCover(host.origin + path);
    expect(cover.type).toBe(type);
    expect(new TextDecoder().decode(cover.bytes)).toBe("the bytes");
  });

  it.each([
    ["/svg", "type"],
    ["/html", "type"],
    ["/gif", "type"],
    ["/untyped", "type"],
    ["/missing", "refused"],
    ["/partial", "refused"],
    ["/thrice", "redirected"],
    ["/round", "redirected"],
    ["/nowhere", "redirected"],
    ["/away", "forbidden"],
    ["/file", "forbidden"],
    ["/huge", "too_large"],
    ["/bomb", "too_large"],
    ["/drip", "timeout"],
    ["/silent", "timeout"],
    ["/cut", "unreachable"],
  ])("at %s is left out with the code %s", async (path, code) => {
    await expect(fetchCover(host.origin + path)).rejects.toMatchObject({
      name: "ArtworkError",
      code,
    });
  });

  it("of a host that is not allowed is not even asked for", async () => {
    const refused = createCoverFetcher({ isAllowed: () => false })(`${host.origin}/ok`);
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect(host.requests).toEqual([]);
  });

  it("behind a redirect is asked for only where that host is allowed", async () => {
    const other = await startHost(image("image/png"));
    routes["/other"] = redirect(`${other.origin}/ok`);
    await expect(fetchCover(`${host.origin}/other`)).rejects.toMatchObject({ code: "forbidden" });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it("of a host that is gone fails with the cause at hand", async () => {
    const url = `${host.origin}/ok`;
    await host.close();
    await expect(fetchCover(url)).rejects.toMatchObject({
      code: "unreachable",
      cause: expect.any(Error),
    });
  });

  it("is read to its cap exactly, and not one byte further", async () => {
    const exact = createCoverFetcher({ isAllowed: everywhere, maxBytes: "the bytes".length });
    const short = createCoverFetcher({ isAllowed: everywhere, maxBytes: "the bytes".length - 1 });
    expect((await exact(`${host.origin}/ok`)).bytes).toHaveLength(9);
    await expect(short(`${host.origin}/ok`)).rejects.toMatchObject({ code: "too_large" });
  });
});
