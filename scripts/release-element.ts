import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWidget } from "./generate/bundle-widget";
import { ROOT, fail } from "./project";

const RELEASES = join(ROOT, "lib/embeds/releases.json");
const FOLDER = join(ROOT, "public/embed");

/**
 * `npm run release-element -- 1.1.0`: keeps the element as it is now under its version, for good. Pages that
 * pin it by its hash rely on that.
 */
async function releaseElement(version: string | undefined): Promise<void> {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error("Say which version this is: npm run release-element -- 1.1.0");
  const path = join(FOLDER, `${version}.js`);
  if (existsSync(path))
    throw new Error(`${version} is released already, and pages rely on it. Choose a new version.`);
  const { elementScript } = await bundleWidget();
  const integrity = `sha384-${createHash("sha384").update(elementScript).digest("base64")}`;
  const gzipBytes = gzipSync(elementScript, { level: 9 }).byteLength;
  const releases: unknown[] = JSON.parse(readFileSync(RELEASES, "utf8"));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, elementScript, { flag: "wx" });
  writeFileSync(
    RELEASES,
    `${JSON.stringify([...releases, { version, integrity, gzipBytes }], null, 2)}\n`,
  );
  console.log(`${version}: ${gzipBytes} bytes gzipped, ${integrity}`);
}

releaseElement(process.argv[2]).catch(fail);
