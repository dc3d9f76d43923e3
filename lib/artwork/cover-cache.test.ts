import { expect, it, vi } from "vitest";
import { createCoverCache } from "./cover-cache";

function setUp(size = 10) {
  const fetchCover = vi.fn(async () => ({ bytes: new Uint8Array(size), type: "image/png" }));
  return { fetchCover, cached: createCoverCache(fetchCover) };
}
const urls = (count: number) => Array.from({ length: count }, (_, i) => `https://i.example/${i}`);

it("asks once, however many want a cover, at once or later", async () => {
  const { fetchCover, cached } = setUp();
  const covers = await Promise.all(Array.from({ length: 20 }, () => cached("https://i.example/a")));
  expect(await cached("https://i.example/a")).toBe(covers[0]);
  expect(fetchCover).toHaveBeenCalledOnce();
});

it("tells a failure to all who wait, and asks again for the next", async () => {
  const { fetchCover, cached } = setUp();
  fetchCover.mockRejectedValueOnce(new Error("away"));
  const first = await Promise.allSettled([
    cached("https://i.example/a"),
    cached("https://i.example/a"),
  ]);
  expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await cached("https://i.example/a")).bytes).toHaveLength(10);
  expect(fetchCover).toHaveBeenCalledTimes(2);
});

it.each([
  ["fifty covers", 10, 50],
  ["five megabytes", 1_000_000, 5],
])("keeps the latest %s and no more", async (_, size, kept) => {
  const { fetchCover, cached } = setUp(size);
  for (const url of urls(kept + 1)) await cached(url);
  await cached(`https://i.example/${kept}`);
  await cached("https://i.example/1");
  expect(fetchCover).toHaveBeenCalledTimes(kept + 1);
  await cached("https://i.example/0");
  expect(fetchCover).toHaveBeenCalledTimes(kept + 2);
});
