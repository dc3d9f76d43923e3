import { after } from "next/server";
import { readHealth } from "@/lib/server";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await readHealth(after);
  return Response.json(health, {
    status: health.status === "failing" ? 503 : 200,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
