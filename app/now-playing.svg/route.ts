import { after } from "next/server";
import { drawCard } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return drawCard(request, after);
}
