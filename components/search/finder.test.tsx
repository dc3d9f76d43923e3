// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://mara.test/search" }
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { IndexEntry } from "@/lib/content/search-index";
import { searchStrings } from "@/lib/site/strings";

const post: IndexEntry = {
  kind: "post",
  href: "/writing/etag",
  track: "A1",
  title: "One ETag a song",
  line: "On telling when it began.",
  aside: "5:00",
};

let answer: () => Promise<Response>;

/** Opens the page at an address, with nothing loaded yet. */
async function open(query = ""): Promise<void> {
  vi.resetModules();
  history.replaceState(null, "", `/search${query}`);
  const { Finder } = await import("./finder");
  render(<Finder words={searchStrings}>The whole index</Finder>);
}

const field = () => screen.getByRole("searchbox");
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const status = () => screen.getByRole("status").textContent;

describe("the page of the search", () => {
  beforeEach(() => {
    answer = () => Promise.resolve(Response.json({ words: searchStrings, entries: [post] }));
    vi.stubGlobal("fetch", () => answer());
  });

  afterEach(() => {
    vi.useRealTimers();
    cleanup();
    vi.unstubAllGlobals();
  });

  it("shows the whole index while nothing is looked for", async () => {
    await open();
    expect(screen.getByText("The whole index")).toBeTruthy();
    type("etag");
    const found = await screen.findByRole("link", { name: /One ETag a song/ });
    expect(found.getAttribute("href")).toBe("/writing/etag");
    expect(status()).toBe("1 result");
    expect(screen.queryByText("The whole index")).toBeNull();
    type("");
    expect(screen.getByText("The whole index")).toBeTruthy();
  });

  it("looks for what its address says", async () => {
    await open("?q=song");
    await screen.findByRole("link", { name: /One ETag a song/ });
    expect(field()).toHaveProperty("value", "song");
    type("xyzzy");
    expect(status()).toBe("Nothing found");
  });

  it("keeps what is typed in its address, and tells it to the browser once", async () => {
    await open("?q=song");
    vi.useFakeTimers();
    const replaced = vi.spyOn(history, "replaceState");
    type("one e");
    type("one etag");
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(location.search).toBe("?q=one+etag");
    type(" ");
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(location.href).toBe("https://mara.test/search");
    expect(replaced).toHaveBeenCalledTimes(2);
  });

  it("takes the keys that would open the palette: here is the field already", async () => {
    await open();
    const palette = vi.fn();
    document.addEventListener("keydown", ({ defaultPrevented }) => palette(defaultPrevented), {
      once: true,
    });
    fireEvent.keyDown(document.body, { key: "/" });
    expect(document.activeElement).toBe(field());
    expect(palette).toHaveBeenCalledWith(true);
  });

  it("says so where it cannot search, and leaves the index", async () => {
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await open("?q=song");
    await vi.waitFor(() => expect(status()).toBe(searchStrings.failed));
    expect(screen.getByText("The whole index")).toBeTruthy();
  });
});
