import { after, connection } from "next/server";
import { answerPreflight } from "@/lib/now-playing/answer";
import { respondNowPlaying } from "@/registry/lib/server";

export async function GET(request: Request): Promise<Response> {
  // Nothing is asked of Spotify while the app is built.
  await connection();
  return respondNowPlaying(request, after);
}

export function OPTIONS(): Response {
  return answerPreflight();
}
