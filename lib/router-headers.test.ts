import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dropRouterHeaders } from "./router-headers";

const TREE = ["", { children: ["writing", { children: ["__PAGE__", {}] }] }, null, null, 16];

/** The names of what is left. */
function keep(url: string, state: string | undefined, basePath = "", prefetch = "1"): string[] {
  const headers = {
    accept: "*/*",
    rsc: "1",
    "next-router-prefetch": prefetch,
    ...(state !== undefined && { "next-router-state-tree": state }),
  };
  dropRouterHeaders({ url, headers }, basePath);
  return Object.keys(headers);
}

const encode = (state: unknown) => encodeURIComponent(JSON.stringify(state));
const ALL = ["accept", "rsc", "next-router-prefetch", "next-router-state-tree"];

describe("the router's headers", () => {
  it("stay where the router asks for a page", () => {
    expect(keep("/widget?_rsc=x", encode(TREE))).toEqual(ALL);
    expect(keep("/notes/widget?_rsc", encode(TREE), "/notes")).toEqual(ALL);
    const [root, children, ...rest] = TREE;
    const post = ["slug", "a-post", "d", null];
    expect(
      keep("/writing?a=b&_rsc=x", encode([root, { children: [post, children] }, ...rest])),
    ).toEqual(ALL);
    expect(keep("/?_rsc=x", undefined)).toEqual(ALL.slice(0, -1));
  });

  it.each(["/owner", "/owner/show", "/api/now-playing", "/feed.xml", "/embed", "/go"])(
    "go at %s, for which the router never asks",
    (url) => {
      expect(keep(`${url}?_rsc=x`, encode(TREE))).toEqual(["accept"]);
      expect(keep(`/notes${url}?_rsc=x`, encode(TREE), "/notes")).toEqual(["accept"]);
    },
  );

  it.each([
    "%",
    "null",
    "[]",
    '{"a":1}',
    '["",[]]',
    "[".repeat(3_900),
    encode(["", { a: [] }]),
    encode([["a", "b", "x", null], {}]),
  ])("go where they say %s", (state) => {
    expect(keep("/widget?_rsc=x", state)).toEqual(["accept"]);
  });

  it("go where they ask for a kind of page that there is not", () => {
    expect(keep("/widget?_rsc=x", encode(TREE), "", "2")).toEqual(["accept"]);
  });

  it.each(["/widget", "/", "/widget?rsc=x", "/widget?x=_rsc", "/_rsc=x"])(
    "go at %s, which a cache keeps for everybody",
    (url) => {
      expect(keep(url, encode(TREE))).toEqual(["accept"]);
    },
  );

  it("of the older router, and of development, go everywhere", () => {
    const headers = { "x-middleware-prefetch": "1", "x-nextjs-data": "1", "next-hmr-refresh": "1" };
    dropRouterHeaders({ url: "/api/now-playing", headers });
    expect(headers).toEqual({});
  });

  it("are taken for what they are, whatever they say", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encodeURIComponent)), (state) => {
        expect(keep("/widget?_rsc=x", state)).toContain("accept");
      }),
    );
  });
});
