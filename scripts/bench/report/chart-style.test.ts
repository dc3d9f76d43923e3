import { describe, expect, it } from "vitest";
import { contrastOf } from "@/lib/embeds/contrast";
import { CHART_COLOURS, frameChart } from "./chart-style";
import { readChart } from "./testing/read-chart";

describe("the colours of a chart", () => {
  it("are read on either paper: words at 4.5:1, marks at 3:1", () => {
    for (const { paper, ink, muted, accent, grey } of Object.values(CHART_COLOURS)) {
      for (const words of [ink, muted, accent])
        expect(contrastOf(words, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(grey, paper)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("the frame of a chart", () => {
  it("is a picture with a name and a description, and loads nothing", () => {
    const svg = frameChart({ title: "Lag", description: "Lower is better." }, 200, "");
    const [root, title, description] = readChart(svg).elements;
    expect(root?.attributes).toMatchObject({ role: "img", "aria-labelledby": "t d" });
    expect([title?.text, description?.text]).toEqual(["Lag", "Lower is better."]);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\(|href/);
  });
});
