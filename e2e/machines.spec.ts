import Parser from "rss-parser";
import { expect, lookingTest as test } from "./site";

/** The addresses in a sitemap. */
function readSitemap(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
}

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  return response.text();
}

test("the feeds are read by a feed reader, and agree", async ({ site }) => {
  const [rss, atom] = await Promise.all(
    ["/feed.xml", "/atom.xml"].map(async (path) =>
      new Parser().parseString(await read(site.url + path)),
    ),
  );
  const json = JSON.parse(await read(`${site.url}/feed.json`));
  const titles = rss?.items.map(({ title }) => title);
  expect(titles?.length).toBeGreaterThan(0);
  expect(atom?.items.map(({ title }) => title)).toEqual(titles);
  expect(json.items.map(({ title }: { title: string }) => title)).toEqual(titles);
});

test("a feed reader that has the feed is told so, and a compressed one is sent else", async ({
  site,
}) => {
  const first = await fetch(`${site.url}/feed.xml`);
  const etag = String(first.headers.get("etag"));
  expect(first.headers.get("content-encoding")).toBe("gzip");
  expect(first.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const again = await fetch(`${site.url}/feed.xml`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
});

test("every page of the sitemap is there, says that it is, and names itself as we do", async ({
  site,
  request,
}) => {
  const addresses = readSitemap(await read(`${site.url}/sitemap.xml`));
  expect(addresses.length).toBeGreaterThan(6);
  await Promise.all(
    addresses.map(async (address) => {
      const response = await request.get(address);
      expect(response.status(), address).toBe(200);
      expect(await response.text(), address).toContain('type="application/rss+xml"');
    }),
  );
  const robots = await read(`${site.url}/robots.txt`);
  expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`);
});

test("all that llms.txt leads to is there, the twins as Markdown", async ({ site }) => {
  const links = [...(await read(`${site.url}/llms.txt`)).matchAll(/\]\((\S+?)\)/g)];
  const addresses = links.map(([, address = ""]) => address);
  expect(addresses.filter((address) => address.endsWith(".md")).length).toBeGreaterThan(1);
  await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(address);
      expect(response.status, address).toBe(200);
      if (!address.endsWith(".md")) return;
      expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
      expect(response.headers.get("x-robots-tag")).toBe("noindex");
      expect(await response.text()).toMatch(/^---\ntitle: "/);
    }),
  );
  expect((await fetch(`${site.url}/writing/no-such-post.md`)).status).toBe(404);
});

test("the pictures that pages are recommended with are there, in the size they say", async ({
  site,
}) => {
  const posts = readSitemap(await read(`${site.url}/sitemap.xml`)).filter((address) =>
    /\/writing\/[^/]+$/.test(address),
  );
  const pictures = [
    ...["home", "writing", "projects", "uses", "widget"].map((page) => `/pictures/${page}.png`),
    ...posts.map((address) => `${new URL(address).pathname}/picture.png`),
  ];
  await Promise.all(
    pictures.map(async (path) => {
      const response = await fetch(site.url + path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("content-type"), path).toBe("image/png");
      const png = new DataView(await response.arrayBuffer());
      expect([png.getUint32(16), png.getUint32(20)], path).toEqual([1200, 630]);
    }),
  );
});

test("a post says what it is in the words of schema.org", async ({ site, page }) => {
  const post = readSitemap(await read(`${site.url}/sitemap.xml`)).find((address) =>
    /\/writing\/[^/]+$/.test(address),
  );
  await page.goto(String(post));
  const data = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({
    "@type": "BlogPosting",
    wordCount: expect.any(Number),
  });
});

test("a page names icons and a manifest that are there", async ({ site, page }) => {
  await page.goto(site.url);
  const links = page.locator('link:is([rel="icon"], [rel="apple-touch-icon"], [rel="manifest"])');
  const addresses = await links.evaluateAll((found) =>
    found.map((link) => (link instanceof HTMLLinkElement ? link.href : "")),
  );
  expect(addresses).toHaveLength(3);
  const manifest = JSON.parse(await read(`${site.url}/manifest.webmanifest`));
  const icons = manifest.icons.map(({ src }: { src: string }) => new URL(src, site.url).href);
  for (const address of [...addresses, ...icons]) {
    expect((await fetch(address)).status, address).toBe(200);
  }
});
