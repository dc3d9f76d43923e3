import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { siSpotify } from "simple-icons";
import { minify } from "terser";
import type { FaceWords } from "@/lib/now-playing/phrases";
import { faceWords } from "@/lib/site/face-words";
import { ROOT } from "@/scripts/project";

/** As old as the browsers that Next itself supports. */
const TARGET = ["chrome111", "edge111", "firefox111", "safari16.4"];

/**
 * Names that only widget/ and the pure files beneath it use: a page never sees them, and they may be
 * shortened. What the wire, an event or the browser knows by its name is not among them.
 */
export const PRIVATE_NAMES =
  /^(ask|clockOffset|delayAfter|explicitMark|hear|home|hoursAgo|isActive|isMoving|isSeen|latest|listeners|mark|onReturn|page|plain|published|since|until|wake|words)$/;

export interface WidgetBundle {
  /** `/embed.js`: defines the element. */
  readonly elementScript: string;
  /** The script of the iframe's document. */
  readonly frameScript: string;
  /** Its stylesheet. */
  readonly frameStyle: string;
}

/**
 * Bundles `widget/` with its words and Spotify's mark.
 *
 * @param words the site's own unless said otherwise
 */
export async function bundleWidget(words: FaceWords = faceWords): Promise<WidgetBundle> {
  const style = await minifyStyle();
  const [elementScript, frameScript] = await Promise.all([
    bundle("element", "defineNowPlaying", { words, style, mark: siSpotify.path }),
    bundle("frame", "startFrame", { words }),
  ]);
  return { elementScript, frameScript, frameStyle: toFrameStyle(style) };
}

/** One call of one function, with what it needs, as a classic script: it may stand in any page. */
async function bundle(file: string, name: string, argument: object): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${name} } from "./widget/${file}"; ${name}(${JSON.stringify(argument)});`,
      resolveDir: ROOT,
    },
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: TARGET,
    mangleProps: PRIVATE_NAMES,
    mangleQuoted: true,
  });
  const { code = "" } = await minify(outputFiles[0]?.text ?? "", {
    ecma: 2020,
    toplevel: true,
    compress: {
      passes: 4,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
    },
    format: { comments: false },
  });
  if (code === "" || /<\/script|<!--/i.test(code))
    throw new Error(
      `widget/${file}.ts cannot stand in a document: it is empty, or would end its script.`,
    );
  return code;
}

async function minifyStyle(): Promise<string> {
  const source = await readFile(join(ROOT, "widget/face.css"), "utf8");
  const { code } = await transform(source, { loader: "css", minify: true, target: TARGET });
  // What the minifier leaves: spaces in values that it does not read, and quotes.
  return code
    .trim()
    .replaceAll(/(?<=[(,]) | (?=\))/g, "")
    .replaceAll(/="(\w+)"/g, "=$1");
}

/** In the iframe's document an element of the element's name stands for it, and is styled as it is. */
function toFrameStyle(style: string): string {
  return style.replaceAll(
    /:host(?:\((\[[^)]*)\))?/g,
    (_, attribute: string = "") => `now-playing${attribute}`,
  );
}
