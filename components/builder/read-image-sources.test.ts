import { describe, expect, it } from "vitest";
import { describeFramePolicy } from "@/lib/embeds/frame";
import { readImageSources } from "./read-image-sources";
import { USUAL } from "./settings";

describe("the hosts of covers", () => {
  it("are what the frame's own policy names", () => {
    const covers = ["https://i.scdn.co", "https://*.scdn.co", "http://127.0.0.1:*"];
    expect(readImageSources(describeFramePolicy(USUAL, covers))).toEqual(covers);
  });

  it("are none where there is no policy", () => {
    expect(readImageSources("")).toEqual([]);
    expect(readImageSources("default-src 'none'")).toEqual([]);
  });
});
