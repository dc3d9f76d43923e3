import { readSong } from "@/scripts/bench/app/read-song";

export const dynamic = "force-dynamic";

/** With the header that goes with the pattern where a CDN stands in front. */
export async function GET(): Promise<Response> {
  return Response.json(await readSong(), {
    headers: { "Cache-Control": "public, s-maxage=60, stale-while-revalidate=30" },
  });
}
