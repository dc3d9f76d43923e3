import { after } from "next/server";
import { leadToItem } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return leadToItem(after);
}
