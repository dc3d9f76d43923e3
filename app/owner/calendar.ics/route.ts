import { drawOwnersCalendar } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return drawOwnersCalendar(request);
}
