import { drawPostPicture } from "@/components/og/draw-post-picture";
import { PICTURE_HEADERS } from "@/components/og/picture-headers";
import { formatDate } from "@/lib/content/format-date";
import { formatRunningTime } from "@/lib/content/format-running-time";
import { findPost, posts } from "@/lib/content/posts";
import { site } from "@/lib/site/site";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return posts.map(({ slug }) => ({ slug }));
}

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** For those whom the post is recommended to. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const post = findPost((await params).slug);
  if (!post) return new Response(null, { status: 404 });
  const picture = await drawPostPicture({
    name: site.name,
    title: post.title,
    track: post.track,
    length: formatRunningTime(post.seconds),
    date: formatDate(post.date),
  });
  return new Response(picture, { headers: PICTURE_HEADERS });
}
