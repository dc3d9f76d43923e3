import { after } from "next/server";
import { drawNowPlayingCard } from "@/lib/server";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return new Response(await drawNowPlayingCard(after), {
    headers: {
      "content-type": "image/svg+xml; charset=utf-8",
      "cache-control": "no-cache, max-age=0",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      // An SVG opened on its own is a document: it may draw, and nothing else.
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
