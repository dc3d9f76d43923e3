import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import sharp from "sharp";
import type { PictureSize } from "@/lib/content/compile/set-pictures";

/** The size of a picture below a folder, as it is shown: cameras turn pictures by a note in the file. */
export async function measurePicture(
  path: string,
  folder: string,
): Promise<PictureSize | undefined> {
  const file = resolve(folder, `.${path}`);
  if (!file.startsWith(`${folder}${sep}`) || !existsSync(file)) return undefined;
  try {
    const { autoOrient } = await sharp(file).metadata();
    return autoOrient;
  } catch {
    return undefined;
  }
}
