import { after } from "next/server";
import { answerPreflight } from "@/lib/now-playing/answer";
import { respondRecentlyPlayed } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return respondRecentlyPlayed(request, after);
}

export function OPTIONS(): Response {
  return answerPreflight();
}
