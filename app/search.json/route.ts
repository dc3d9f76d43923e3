import { searchIndex } from "@/lib/content/search-index-served";

export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(searchIndex, {
    // In seconds: it changes with a build only, and what it leads to seldom leaves its address.
    headers: { "Cache-Control": "public, max-age=600, stale-while-revalidate=86400" },
  });
}
