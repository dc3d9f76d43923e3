import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FACE_WORDS } from "@/lib/now-playing/testing/face-words";
import releases from "@/lib/embeds/releases.json";
import { ROOT } from "@/scripts/project";
import { PRIVATE_NAMES, bundleWidget } from "./bundle-widget";

describe("the bundles of the widget", () => {
  it("are small: 4 kB for the element, and 6 kB for all that the iframe needs", async () => {
    const { elementScript, frameScript, frameStyle } = await bundleWidget(FACE_WORDS);
    expect(zipped(elementScript)).toBeLessThanOrEqual(4 * 1024);
    // What the document adds to these, and the music, is measured where it is served.
    expect(zipped(frameScript + frameStyle)).toBeLessThanOrEqual(5 * 1024);
  });

  it("hold the words they are given, whatever is in them", async () => {
    const idle = `"'\\</script><!-- \u2028 {n} \${x} läuft nichts`;
    const { elementScript } = await bundleWidget({ ...FACE_WORDS, idle });
    expect(/<\/script|<!--/.test(elementScript)).toBe(false);
    const literal = /idle:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/.exec(elementScript)?.[1];
    expect(runInNewContext(`(${literal})`)).toBe(idle);
  });

  it("shorten no name of the contract", () => {
    const schema = readFileSync(join(ROOT, "public/now-playing.schema.json"), "utf8");
    const names = [...schema.matchAll(/"(\w+)":/g)].map(([, name = ""]) => name);
    expect(names).toContain("startedAt");
    expect(names.filter((name) => PRIVATE_NAMES.test(name))).toEqual([]);
  });
});

describe("the released scripts", () => {
  it("are all there, and as they were released", () => {
    const files = readdirSync(join(ROOT, "public/embed")).filter((name) => name.endsWith(".js"));
    expect(files.toSorted()).toEqual(releases.map(({ version }) => `${version}.js`).toSorted());
    for (const { version, integrity, gzipBytes } of releases) {
      const script = readFileSync(join(ROOT, `public/embed/${version}.js`));
      const hash = createHash("sha384").update(script).digest("base64");
      expect(`sha384-${hash}`).toBe(integrity);
      expect(gzipSync(script, { level: 9 }).byteLength).toBe(gzipBytes);
    }
  });
});

function zipped(text: string): number {
  return gzipSync(text, { level: 9 }).byteLength;
}
