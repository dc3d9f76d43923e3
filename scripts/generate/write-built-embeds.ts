import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "@/scripts/project";
import { bundleWidget } from "./bundle-widget";

const TARGET = join(ROOT, "lib/embeds/built.ts");

/** Writes the bundles where lib/embeds serves them from, and only if they have changed. */
export async function writeBuiltEmbeds(): Promise<void> {
  const bundle = await bundleWidget();
  const gzipBytes = gzipSync(bundle.elementScript, { level: 9 }).byteLength;
  const values = { ...bundle, elementGzipBytes: gzipBytes };
  const lines = Object.entries(values).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  const text = `// Made by scripts/generate.ts from widget/ and content/strings.ts.\n${lines.join("\n")}\n`;
  const present = await readFile(TARGET, "utf8").catch(() => "");
  if (present !== text) await writeFile(TARGET, text);
}
