import { SAMPLE_COVER } from "@/lib/embeds/sample-cover";

export const dynamic = "force-static";

export function GET(): Response {
  return new Response(SAMPLE_COVER, {
    headers: {
      "content-type": "image/svg+xml",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    },
  });
}
