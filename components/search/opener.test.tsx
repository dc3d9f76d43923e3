// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://mara.test/uses" }
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { searchStrings } from "@/lib/site/strings";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => undefined }) }));

const INDEX = { words: searchStrings, entries: [] };

let answer: () => Promise<Response>;
const asked: string[] = [];
const assigned: string[] = [];

/** The button as it is on a page that was just opened: what was loaded before is forgotten. */
async function open() {
  vi.resetModules();
  const { Opener } = await import("./opener");
  return <Opener>Search</Opener>;
}

const link = () => screen.getByRole("link", { name: "Search" });
const findPalette = () => screen.findByRole("dialog", { name: "Search" });

describe("the way to the search", () => {
  beforeEach(async () => {
    asked.length = 0;
    assigned.length = 0;
    answer = () => Promise.resolve(Response.json(INDEX));
    vi.stubGlobal("fetch", (path: string) => {
      asked.push(path);
      return answer();
    });
    vi.spyOn(location, "assign").mockImplementation((path) => void assigned.push(String(path)));
  });

  afterEach(() => {
    cleanup();
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });

  it("is a link, and loads nothing until somebody is about to search", async () => {
    render(await open());
    expect(link().getAttribute("href")).toBe("/search");
    expect(asked).toEqual([]);
    fireEvent.pointerEnter(link());
    fireEvent.focus(link());
    await vi.waitFor(() => expect(asked).toEqual(["/search.json"]));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens by a click, and is closed again", async () => {
    render(await open());
    fireEvent.click(link());
    fireEvent.click(await screen.findByRole("button", { name: "Close" }));
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    fireEvent.click(link());
    await findPalette();
    expect(asked).toEqual(["/search.json"]);
  });

  it("leaves clicks for other tabs to the browser", async () => {
    render(await open());
    document.addEventListener("click", (event) => event.preventDefault(), { once: true });
    fireEvent.click(link(), { ctrlKey: true });
    expect(asked).toEqual([]);
  });

  it.each([
    ["Ctrl K", { key: "k", ctrlKey: true }],
    ["a slash", { key: "/" }],
    ["a slash that takes Shift", { key: "/", shiftKey: true }],
  ])("opens by %s", async (_name, pressed) => {
    render(await open());
    expect(fireEvent.keyDown(document.body, pressed)).toBe(false);
    await findPalette();
  });

  it("opens by ⌘K where the keyboard has that key, which leaves Ctrl K to its own use", async () => {
    vi.spyOn(navigator, "platform", "get").mockReturnValue("MacIntel");
    render(await open());
    expect(fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: "k", metaKey: true })).toBe(false);
    await findPalette();
  });

  it("leaves a slash to whoever writes, and other keys to everybody", async () => {
    render(
      <>
        {await open()}
        <input aria-label="Elsewhere" />
      </>,
    );
    expect(fireEvent.keyDown(screen.getByLabelText("Elsewhere"), { key: "/" })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: "k" })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: "/", ctrlKey: true })).toBe(true);
    expect(asked).toEqual([]);
  });

  it.each([
    ["cannot be reached", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["is not there", () => Promise.resolve(new Response("", { status: 404 }))],
    ["is no index", () => Promise.resolve(Response.json({}))],
  ])(
    "goes to its page where the index %s, and tries anew the next time",
    async (_name, failing) => {
      answer = failing;
      render(await open());
      fireEvent.click(link());
      await vi.waitFor(() => expect(assigned).toEqual(["/search"]));
      answer = () => Promise.resolve(Response.json(INDEX));
      fireEvent.click(link());
      await findPalette();
      expect(assigned).toEqual(["/search"]);
    },
  );

  it("is the same on the server as when the page wakes", async () => {
    const root = document.createElement("div");
    document.body.append(root);
    const opener = await open();
    root.innerHTML = renderToString(opener);
    const errors: unknown[] = [];
    await act(async () => {
      hydrateRoot(root, opener, { onRecoverableError: (error) => errors.push(error) });
    });
    expect(errors).toEqual([]);
  });
});
