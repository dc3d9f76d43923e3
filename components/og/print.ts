import { ImageResponse } from "next/og";
import type { ReactElement } from "react";
import { PICTURE_SIZE } from "@/lib/site/picture-size";
import { fonts } from "./fonts";

/** A picture as a PNG. Waits for the whole of it: one that fails half way could no longer be answered otherwise. */
export function print(element: ReactElement): Promise<ArrayBuffer> {
  return new ImageResponse(element, { ...PICTURE_SIZE, fonts }).arrayBuffer();
}
