import { after } from "next/server";
import { createPictureKeeper } from "@/components/og/picture-keeper";
import { readListeningPicture } from "@/lib/server";
import { site } from "@/lib/site/site";
import { listeningStrings } from "@/lib/site/strings";

export const dynamic = "force-dynamic";

const drawOnce = createPictureKeeper();

/** For those whom the page is recommended to. */
export async function GET(): Promise<Response> {
  const { name, role } = site;
  const { headers, ...music } = await readListeningPicture(after);
  const picture = await drawOnce({ ...music, name, role, label: listeningStrings.recently });
  return new Response(picture, { headers: { ...headers, "content-type": "image/png" } });
}
