import { answerOembed } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerOembed(request);
}
