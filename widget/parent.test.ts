// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { speakToParent } from "./parent";

const GO = "https://site.test/go";

let posted: unknown[];
let around: { postMessage: (message: unknown) => void };
let card: HTMLAnchorElement;

function start(hash = ""): void {
  location.hash = hash;
  const host = document.createElement("div");
  Object.defineProperty(host, "offsetHeight", { value: 80 });
  card = document.createElement("a");
  card.href = "https://open.spotify.com/track/1";
  speakToParent(host, card, GO);
}

function say(data: unknown, source: unknown = around): void {
  const event = new MessageEvent("message", { data });
  Object.defineProperty(event, "source", { value: source });
  window.dispatchEvent(event);
}

beforeEach(() => {
  posted = [];
  around = { postMessage: (message) => posted.push(message) };
  vi.stubGlobal("parent", around);
  vi.spyOn(globalThis, "addEventListener");
});

afterEach(() => {
  for (const [type, listener] of vi.mocked(addEventListener).mock.calls)
    removeEventListener(type, listener);
  vi.unstubAllGlobals();
});

describe("what the iframe says to the page around it", () => {
  it("is its height, once it has loaded", () => {
    start();
    expect(posted).toEqual([{ type: "now-playing:resize", v: 1, height: 80 }]);
  });

  it("is said in WordPress's words with the secret of the address, and again when the parent is ready", () => {
    start("#?secret=a1B2c3D4e5");
    expect(posted).toContainEqual({ message: "height", value: 80, secret: "a1B2c3D4e5" });
    posted = [];
    say({ message: "ready", secret: "zzz999" });
    expect(posted).toContainEqual({ message: "height", value: 80, secret: "zzz999" });
  });

  it("asks WordPress to open the link, which the sandbox would not", () => {
    start("#?secret=a1B2c3D4e5");
    const click = new MouseEvent("click", { cancelable: true });
    card.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(posted.at(-1)).toEqual({ message: "link", value: GO, secret: "a1B2c3D4e5" });
  });

  it("leaves links alone where nobody has a secret", () => {
    start("#?secret=<script>");
    const click = new MouseEvent("click", { cancelable: true });
    card.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(false);
  });

  it("is said to the parent only, and to nothing but its word", () => {
    start();
    posted = [];
    say({ message: "ready", secret: "abc" }, { postMessage: () => undefined });
    for (const data of ["ready", null, undefined, 1, { message: "link" }, [], { secret: "abc" }]) {
      say(data);
    }
    expect(posted).toEqual([]);
    say({ message: "ready", secret: "no spaces" });
    expect(posted).toEqual([{ type: "now-playing:resize", v: 1, height: 80 }]);
  });
});
