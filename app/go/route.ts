import { after } from "next/server";
import { findItemPage } from "@/lib/server";

export const dynamic = "force-dynamic";

/** To the item on Spotify, or home where there is none: nowhere that a visitor could choose. */
export async function GET(): Promise<Response> {
  const location = (await findItemPage(after)) ?? "/";
  return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
}
