// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://mara.test/widget", "settings": { "enableIframePageLoading": true, "handleDisabledFileLoadingAsSuccess": true } }
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FACES } from "@/lib/embeds/snippets";
import { builderStrings } from "@/lib/site/strings";
import { Builder } from "./builder";

const RELEASE = { version: "1.0.0", integrity: "sha384-abc", gzipBytes: 4_000 };
const POLICY = "default-src 'none'; img-src 'self' https://i.scdn.co";

const builder = (home = "https://mara.test/") => (
  <SWRConfig value={{ provider: () => new Map() }}>
    <Builder
      words={builderStrings}
      home={home}
      name="Mara"
      language="en"
      scriptBytes={4_080}
      release={RELEASE}
    />
  </SWRConfig>
);

/** Opens the page at an address, and lets its answers come. */
async function open(query = ""): Promise<void> {
  history.replaceState(null, "", `/widget${query}`);
  render(builder());
  await pass(1);
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const tab = (name: string) => screen.getByRole("tab", { name });
const snippet = () => screen.getByRole("region", { name: "Snippet" }).textContent;
const policy = () => screen.getByRole("region", { name: "Content-Security-Policy" }).textContent;
const link = () => screen.getByRole("region", { name: "Link" }).textContent;
const choose = (group: string, value: string) =>
  fireEvent.click(
    within(screen.getByRole("radiogroup", { name: group })).getByRole("radio", { name: value }),
  );

/** The tabs that the Tab key leads to. */
const listTabStops = () => screen.getAllByRole("tab").filter(({ tabIndex }) => tabIndex === 0);

const listProblems = () =>
  screen.queryAllByText(/was not understood/).map(({ textContent }) => textContent);

/** What can be set, by the names of the groups. */
const listChoices = () =>
  screen.queryAllByRole("radiogroup").map((group) => {
    const name = group.getAttribute("aria-labelledby") ?? "";
    return document.getElementById(name)?.textContent;
  });

const written: string[] = [];
let refuses = false;

describe("the builder", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // A frame is looked at, and not entered.
    vi.spyOn(HTMLIFrameElement.prototype, "src", "get").mockReturnValue("about:blank");
    written.length = 0;
    refuses = false;
    vi.stubGlobal("fetch", () =>
      Promise.resolve(
        new Response('{"label":"now playing","message":"Notturno"}', {
          headers: { "content-security-policy": POLICY },
        }),
      ),
    );
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: {
        writeText: (text: string) => {
          if (refuses) return Promise.reject(new Error("not allowed"));
          written.push(text);
          return Promise.resolve();
        },
      },
    });
  });

  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("has the frame's snippet in its HTML, before any script runs", () => {
    document.body.innerHTML = renderToString(builder("https://else.test/notes"));
    expect(snippet()).toContain('<iframe src="https://else.test/notes/embed"');
    document.body.innerHTML = "";
  });

  it("takes the address that the browser sees for the site's, without a word of complaint", async () => {
    history.replaceState(null, "", "/widget?face=markdown");
    const container = document.createElement("div");
    document.body.append(container);
    container.innerHTML = renderToString(builder("https://else.test"));
    const root = hydrateRoot(container, builder("https://else.test"));
    await pass(1);
    expect(snippet()).toContain("](https://mara.test/now-playing.svg)");
    await act(() => root.unmount());
    container.remove();
  });

  it("is led by the arrow keys, with one tab in the order of the page", async () => {
    await open();
    for (const [key, name] of [
      ["ArrowRight", "Element"],
      ["ArrowDown", "Markdown"],
      ["ArrowLeft", "Element"],
      ["End", "React"],
      ["ArrowRight", "iframe"],
      ["ArrowUp", "React"],
      ["Home", "iframe"],
    ] as const) {
      fireEvent.keyDown(
        document.activeElement?.role === "tab" ? document.activeElement : tab("iframe"),
        { key },
      );
      expect(document.activeElement).toBe(tab(name));
      expect(tab(name).getAttribute("aria-selected")).toBe("true");
      expect(listTabStops()).toEqual([tab(name)]);
    }
  });

  it("offers each face what it knows, and nothing else", async () => {
    await open();
    const offered: Record<string, unknown> = {};
    for (const { textContent, id } of screen.getAllByRole("tab")) {
      fireEvent.click(document.getElementById(id) ?? document.body);
      offered[id.replace("tab-", "")] = listChoices();
      expect(screen.getByRole("tabpanel").getAttribute("aria-labelledby")).toBe(`${id}-name`);
      expect(textContent).not.toBe("");
    }
    expect(Object.keys(offered)).toEqual([...FACES]);
    expect(offered).toMatchObject({
      iframe: ["Theme", "Size", "Ground", "Shows"],
      element: ["Theme", "Size", "Ground", "Script", "Shows"],
      markdown: ["Theme", "Shows"],
      picture: ["Shows"],
      badge: [],
      oembed: [],
      react: [],
    });
  });

  it("keeps what is chosen in the address, and opens the same from there", async () => {
    await open();
    fireEvent.click(tab("Element"));
    choose("Theme", "dark");
    choose("Script", "pinned");
    choose("Shows", "paused");
    await pass(200);
    expect(location.search).toBe("?face=element&theme=dark&preview=paused&script=pinned");
    expect(link()).toBe(`https://mara.test/widget${location.search}`);
    const before = snippet();
    expect(before).toContain('integrity="sha384-abc"');
    expect(before).not.toContain("paused");
    cleanup();
    await open(location.search);
    expect(snippet()).toBe(before);
    expect(tab("Element").getAttribute("aria-selected")).toBe("true");
  });

  it("names what it did not understand until that is chosen anew", async () => {
    await open("?theme=Dark&width=9000");
    expect(listProblems()).toEqual([
      "theme=Dark was not understood: auto, light, dark.",
      "width=9000 was not understood: 280 to 640.",
    ]);
    choose("Size", "card");
    await pass(200);
    expect(listProblems()).toHaveLength(2);
    expect(link()).toBe("https://mara.test/widget?size=card");
    choose("Theme", "dark");
    await pass(200);
    expect(listProblems()).toEqual(["width=9000 was not understood: 280 to 640."]);
    expect(location.search).toBe("?theme=dark&size=card&width=9000");
  });

  it("takes a width only where it is one", async () => {
    await open("?face=image");
    const width = screen.getByRole("spinbutton", { name: "Width, in pixels" });
    for (const text of ["3", "30", "9000", ""]) {
      fireEvent.change(width, { target: { value: text } });
      expect(snippet()).toContain('width="400"');
    }
    fireEvent.change(width, { target: { value: "300" } });
    expect(snippet()).toContain('width="300"');
  });

  it("copies exactly what is shown, and says so until something else is shown", async () => {
    await open();
    fireEvent.click(screen.getByRole("button", { name: "Copy the snippet" }));
    await pass(1);
    expect(written).toEqual([snippet()]);
    expect(screen.getByText("Copied.")).toBeTruthy();
    choose("Theme", "light");
    expect(screen.queryByText("Copied.")).toBeNull();
  });

  it("selects the text where the browser lets no page copy", async () => {
    refuses = true;
    await open();
    fireEvent.click(screen.getByRole("button", { name: "Copy the snippet" }));
    await pass(1);
    expect(getSelection()?.toString()).toBe(snippet());
    expect(screen.getByText(/It is selected/)).toBeTruthy();
  });

  it("warns of a background on which the words are lost, for every visitor", async () => {
    await open("?ground=transparent");
    expect(screen.getByText(/Choose the theme/).textContent).toContain(
      "unless your page turns dark",
    );
    choose("Theme", "light");
    expect(screen.getByText("It can be read there: 6.8 to 1 for its faintest words.")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Your page’s background"), {
      target: { value: "#808080" },
    });
    expect(screen.getByText(/No theme can be read there/)).toBeTruthy();
    choose("Ground", "paper");
    expect(screen.queryByText(/can be read there/)).toBeNull();
  });

  it("names the hosts of covers where the page itself shows them", async () => {
    await open();
    expect(policy()).toBe("frame-src https://mara.test");
    fireEvent.click(tab("Element"));
    await pass(1);
    expect(policy()).toBe(
      "script-src https://mara.test; connect-src https://mara.test; img-src https://mara.test https://i.scdn.co",
    );
  });

  it("tells no weight but what was weighed", async () => {
    await open("?face=element&script=pinned");
    expect(screen.getByText("4,000 bytes, compressed")).toBeTruthy();
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 500 })));
    fireEvent.click(tab("Markdown"));
    await pass(1);
    expect(screen.getByText("not to be weighed now")).toBeTruthy();
    expect(screen.queryByText(/bytes/)).toBeNull();
  });

  it("shows the answer in the place of a badge that another site draws", async () => {
    await open("?face=badge");
    expect(screen.getByText("now playing: Notturno")).toBeTruthy();
    const images = [...screen.getByRole("tabpanel").querySelectorAll("img, iframe, script")];
    expect(images).toEqual([]);
  });
});
