import { answerText } from "@/lib/answer-text";
import { addressPost } from "@/lib/content/addresses";
import { findPost } from "@/lib/content/posts";
import { writeTwin } from "@/lib/content/write-twin";
import { readSiteUrl } from "@/lib/server";
import { absolute } from "@/lib/site/absolute";
import { site } from "@/lib/site/site";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** `/writing/<slug>.md`, by next.config.ts: no folder can be called so. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const post = findPost(slug);
  if (!post) return new Response(null, { status: 404 });
  const path = addressPost(slug);
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "text/markdown; charset=utf-8",
    canonical: (home) => absolute(home, path),
    write: (home) => writeTwin({ path, title: post.title, author: site.name, prose: post }, home),
  });
}
