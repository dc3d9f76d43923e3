import { after } from "next/server";
import { drawFrame } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return drawFrame(request, after);
}
