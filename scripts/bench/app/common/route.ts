import { readSong } from "@/scripts/bench/app/read-song";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json(await readSong());
}
