import { describe, expect, it } from "vitest";
import { overlapOf, placeLabels } from "./place-labels";
import type { Anchor } from "./place-labels";

const FRAME = { left: 0, top: 0, right: 400, bottom: 300 };

const at = (x: number, y: number): Anchor => ({ points: [{ x, y }], width: 80, height: 20 });

describe("words beside their points", () => {
  it("stand to the right where nothing is in the way", () => {
    const [box] = placeLabels([at(100, 100)], FRAME, []);
    expect(box).toEqual({ left: 111, right: 191, top: 90, bottom: 110 });
  });

  it("stand to the left where the frame ends", () => {
    const [box] = placeLabels([at(380, 100)], FRAME, []);
    expect(box?.right).toBe(369);
  });

  it("keep off what is there, and off each other", () => {
    const wall = { left: 105, right: 400, top: 0, bottom: 300 };
    const boxes = placeLabels([at(100, 100), at(100, 104), at(100, 108)], FRAME, [wall]);
    const all = [...boxes, wall];
    const overlaps = all.flatMap((one, i) =>
      all.slice(i + 1).map((other) => overlapOf(one, other)),
    );
    expect(Math.max(...overlaps)).toBe(0);
  });

  it("may belong to any of several points, and take the one with room", () => {
    const crowd = { left: 0, right: 200, top: 0, bottom: 300 };
    const words = {
      points: [
        { x: 100, y: 100 },
        { x: 300, y: 100 },
      ],
      width: 60,
      height: 20,
    };
    const [box] = placeLabels([words], FRAME, [crowd]);
    expect(box?.left).toBeGreaterThan(300);
  });

  it("have a place even where there is none", () => {
    const [box] = placeLabels([at(10, 10)], { left: 0, top: 0, right: 20, bottom: 20 }, [FRAME]);
    expect(box).toBeDefined();
    expect(() => placeLabels([{ points: [], width: 1, height: 1 }], FRAME, [])).toThrow(RangeError);
  });
});
