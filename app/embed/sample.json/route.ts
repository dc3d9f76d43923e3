import { after } from "next/server";
import { respondSample } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return respondSample(request, after);
}
