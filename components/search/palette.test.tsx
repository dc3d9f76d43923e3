// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://mara.test/" }
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { IndexEntry } from "@/lib/content/search-index";
import { searchStrings } from "@/lib/site/strings";
import { findPage } from "@/components/site/find-page";
import { createSearch } from "./create-search";
import { Palette } from "./palette";

const pushed: string[] = [];
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: (href: string) => pushed.push(href) }),
}));

const page = (title: string): IndexEntry => ({
  kind: "page",
  href: `/${title.toLowerCase()}`,
  title,
  line: "A page.",
  aside: "Page",
});

const post = (n: number): IndexEntry => ({
  kind: "post",
  href: `/writing/post-${n}`,
  track: `A${n}`,
  title: `The song, part ${n}`,
  line: "On songs.",
  aside: "3:00",
  headings: [{ id: "coda", text: "Coda" }],
});

const entries = [
  page("Writing"),
  page("Uses"),
  ...Array.from({ length: 9 }, (_, at) => post(9 - at)),
];

const onClose = vi.fn();

const field = () => screen.getByRole("combobox");
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string, more = {}) => fireEvent.keyDown(field(), { key, ...more });
const listOptions = () =>
  screen.queryAllByRole("option").map(({ textContent }) => textContent?.trim());
const count = () => screen.getByRole("status").textContent;

/** The id of what Enter would open, as the field tells it and as the list shows it. */
function readActive(): string | undefined {
  const [selected, ...others] = screen.queryAllByRole("option", { selected: true });
  expect(others).toEqual([]);
  expect(field().getAttribute("aria-activedescendant")).toBe(selected?.id ?? null);
  return selected?.id;
}

/** The place of what Enter would open; -1: nothing. */
const readPlace = () => screen.getAllByRole("option").findIndex(({ id }) => id === readActive());

const readAll = () => screen.getByRole("link", { name: "The whole index" }).getAttribute("href");

describe("the palette", () => {
  beforeEach(() => {
    pushed.length = 0;
    onClose.mockClear();
    render(
      <Palette
        words={searchStrings}
        entries={entries}
        search={createSearch(entries)}
        onClose={onClose}
      />,
    );
  });

  afterEach(cleanup);

  it("is open, named, and begins with the pages and the latest posts, none of them chosen", () => {
    expect(screen.getByRole("dialog", { name: "Search" })).toHaveProperty("open", true);
    expect(screen.getByRole("group", { name: "Pages" }).textContent).toContain("Uses");
    expect(listOptions()).toEqual([
      "Writing",
      "Uses",
      "A9 The song, part 9 3:00",
      "A8 The song, part 8 3:00",
      "A7 The song, part 7 3:00",
    ]);
    expect(readActive()).toBeUndefined();
    expect(count()).toBe("");
    press("Enter");
    expect(pushed).toEqual([]);
  });

  it("lists eight of what it finds, says of how many, and chooses the best", () => {
    type("song");
    expect(listOptions()).toHaveLength(8);
    expect(count()).toBe("8 of 9 results");
    expect(readPlace()).toBe(0);
    type("uses");
    expect(count()).toBe("1 result");
    type("");
    expect(readActive()).toBeUndefined();
  });

  it("says so where there is nothing, and claims no list", () => {
    type("xyzzy");
    expect(count()).toBe("Nothing found");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(field().getAttribute("aria-expanded")).toBe("false");
    expect(field().hasAttribute("aria-controls")).toBe(false);
    press("ArrowDown");
    press("Enter");
    expect(pushed).toEqual([]);
  });

  it("is led by the arrows, round and round, and by Home and End", () => {
    const places = ["ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"].map(
      (key) => {
        press(key);
        return readPlace();
      },
    );
    expect(places).toEqual([0, 1, 4, 0, 4, 0, 4]);
  });

  it("leaves keys with other keys to the field", () => {
    expect(press("End", { shiftKey: true })).toBe(true);
    expect(press("ArrowUp", { altKey: true })).toBe(true);
    expect(readActive()).toBeUndefined();
    expect(press("End")).toBe(false);
  });

  it("opens what is chosen by Enter, and closes", () => {
    type("song");
    press("ArrowDown");
    const chosen = screen.getAllByRole("option")[1]?.getAttribute("href");
    press("Enter");
    expect(pushed).toEqual([chosen]);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("lets a letter that is still being put together have its Enter", () => {
    type("song");
    press("Enter", { isComposing: true });
    expect(pushed).toEqual([]);
  });

  it("opens the part of a page that was found", () => {
    type("coda part 4");
    press("Enter");
    expect(pushed).toEqual(["/writing/post-4#coda"]);
  });

  it("opens what is clicked, and leaves a click for another tab to the browser", () => {
    const [first] = screen.getAllByRole("option");
    if (!first) throw new Error("There is no option.");
    document.addEventListener("click", (event) => event.preventDefault(), { once: true });
    fireEvent.click(first, { ctrlKey: true });
    expect(pushed).toEqual([]);
    fireEvent.click(first);
    expect(pushed).toEqual(["/writing"]);
  });

  it("chooses what the pointer moves over", () => {
    const [, second] = screen.getAllByRole("option");
    if (!second) throw new Error("There is no second option.");
    fireEvent.pointerMove(second);
    expect(readPlace()).toBe(1);
  });

  it("marks the words that were found, and them only", () => {
    type("sonh");
    const marked = [...document.querySelectorAll("mark")].map(({ textContent }) => textContent);
    expect(new Set(marked)).toEqual(new Set(["song"]));
  });

  it("closes by its button", () => {
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("closes by the keys that opened it, but for the slash, which is written", () => {
    expect(press("/")).toBe(true);
    expect(onClose).not.toHaveBeenCalled();
    expect(press("k", { ctrlKey: true })).toBe(false);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("leads to the whole index, with what was typed", () => {
    expect(readAll()).toBe("/search");
    type("a song & more");
    expect(readAll()).toBe("/search?q=a+song+%26+more");
    // A change of the page in place would leave the palette open, and an index that is open as it is.
    expect(findPage(screen.getByRole("link", { name: "The whole index" }))).toBeUndefined();
  });
});
