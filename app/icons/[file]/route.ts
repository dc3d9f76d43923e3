import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PAPER } from "@/components/site/theme";
import { drawIcon } from "@/lib/site/draw-icon";
import type { IconForm } from "@/lib/site/draw-icon";

export const dynamic = "force-static";
export const dynamicParams = false;

const ICONS: Readonly<Record<string, IconForm>> = {
  // Apple's systems would fill empty corners with black.
  "180.png": { size: 180, ground: PAPER.light },
  "192.png": { size: 192 },
  "512.png": { size: 512 },
  // What is cut off around it: https://www.w3.org/TR/appmanifest/#icon-masks
  "maskable-512.png": { size: 512, ground: PAPER.light, scale: 0.8 },
};

export function generateStaticParams() {
  return Object.keys(ICONS).map((file) => ({ file }));
}

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

/** Drawn from app/icon.svg when the site is built, so that there is one icon to change. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const form = ICONS[(await params).file];
  if (!form) return new Response(null, { status: 404 });
  const svg = await readFile(join(process.cwd(), "app/icon.svg"));
  return new Response(await drawIcon(svg, form), {
    headers: {
      "cache-control": "public, max-age=86400",
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
    },
  });
}
