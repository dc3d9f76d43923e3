import { serveElement } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return serveElement(request);
}
