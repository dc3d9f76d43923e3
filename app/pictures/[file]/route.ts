import { drawPagePicture } from "@/components/og/draw-page-picture";
import { PICTURE_HEADERS } from "@/components/og/picture-headers";
import { pages } from "@/lib/site/pages";
import { site } from "@/lib/site/site";

export const dynamic = "force-static";
export const dynamicParams = false;

/** The titles of the pages that are recommended with a picture from here, by its address. */
const TITLES = new Map(
  Object.values<{ picture: { path: string }; title?: string }>(pages).map(({ picture, title }) => [
    picture.path,
    title,
  ]),
);

export function generateStaticParams() {
  return [...TITLES.keys()]
    .filter((path) => path.startsWith("/pictures/"))
    .map((path) => ({ file: path.replace("/pictures/", "") }));
}

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const path = `/pictures/${(await params).file}`;
  if (!TITLES.has(path)) return new Response(null, { status: 404 });
  const { name, role } = site;
  const picture = await drawPagePicture({ name, role, title: TITLES.get(path) });
  return new Response(picture, { headers: PICTURE_HEADERS });
}
