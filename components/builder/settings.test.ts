import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUNDS, SIZES, THEMES } from "@/lib/embeds/options";
import { FACES } from "@/lib/embeds/snippets";
import { STATES } from "@/lib/now-playing/samples";
import { CHOICES_OF, SCRIPTS, USUAL, readSettings, writeSettings } from "./settings";
import type { Settings } from "./settings";

const read = (query: string) => readSettings(new URLSearchParams(query), "a colour");

const anySettings: fc.Arbitrary<Settings> = fc.record({
  face: fc.constantFrom(...FACES),
  theme: fc.constantFrom(...THEMES),
  size: fc.constantFrom(...SIZES),
  ground: fc.constantFrom(...GROUNDS),
  width: fc.integer({ min: 280, max: 640 }),
  preview: fc.constantFrom(undefined, ...STATES),
  script: fc.constantFrom(...SCRIPTS),
  background: fc
    .integer({ min: 0, max: 0xff_ff_ff })
    .map((n) => `#${n.toString(16).padStart(6, "0")}`),
});

describe("the builder's settings", () => {
  it("are the usual, and leave the address alone, where nothing is asked", () => {
    expect(read("")).toEqual({ settings: USUAL, problems: [] });
    expect(writeSettings(USUAL).toString()).toBe("");
  });

  it("stand in the address as far as they are not the usual", () => {
    const settings = { ...USUAL, face: "element", theme: "dark", background: "#1d1b18" } as const;
    expect(writeSettings(settings).toString()).toBe("face=element&theme=dark&background=1d1b18");
  });

  it("come back from the address as they went there", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(read(writeSettings(settings).toString())).toEqual({ settings, problems: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it("fall back where they are not understood, and say what would be", () => {
    const { settings, problems } = read(
      "face=frame&theme=Dark&width=1e3&preview=&background=%23fff&script=none&utm_source=mail",
    );
    expect(settings).toEqual(USUAL);
    expect(problems).toEqual([
      { name: "face", value: "frame", expected: FACES.join(", ") },
      { name: "theme", value: "Dark", expected: "auto, light, dark" },
      { name: "preview", value: "", expected: STATES.join(", ") },
      { name: "width", value: "1e3", expected: "280 to 640" },
      { name: "script", value: "none", expected: "latest, pinned" },
      { name: "background", value: "#fff", expected: "a colour" },
    ]);
  });

  it("are of their vocabulary, whatever the address says", () => {
    const names = fc.constantFrom(...Object.keys(USUAL), ...Object.values(CHOICES_OF).flat());
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (asked) => {
        const { settings } = readSettings(new URLSearchParams(asked), "a colour");
        expect(read(writeSettings(settings).toString())).toEqual({ settings, problems: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});
