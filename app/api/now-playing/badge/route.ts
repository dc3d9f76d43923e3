import { after } from "next/server";
import { describeBadge } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return describeBadge(after);
}
