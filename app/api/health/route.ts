import { after } from "next/server";
import { readHealth } from "@/lib/server";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const health = await readHealth(request.headers, after);
  return Response.json(health, {
    status: health.status === "failing" ? 503 : 200,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
