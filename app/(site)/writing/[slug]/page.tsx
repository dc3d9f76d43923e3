import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ViewTransition } from "react";
import { Prose } from "@/components/prose/prose";
import { Headline } from "@/components/site/headline";
import { JsonLd } from "@/components/site/json-ld";
import { Contents } from "@/components/writing/contents";
import { Neighbours } from "@/components/writing/neighbours";
import { PostFacts } from "@/components/writing/post-facts";
import { describePost, describePosting } from "@/lib/content/describe-post";
import { findNeighbours, findPost, posts } from "@/lib/content/posts";
import { readSiteUrl } from "@/lib/server";
import { describePage } from "@/lib/site/metadata";

export const dynamicParams = false;

export function generateStaticParams() {
  return posts.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({
  params,
}: PageProps<"/writing/[slug]">): Promise<Metadata> {
  return describePage(describePost(await readPost(params)), readSiteUrl());
}

export default async function PostPage({ params }: PageProps<"/writing/[slug]">) {
  const post = await readPost(params);
  return (
    <article>
      <JsonLd data={describePosting(post, readSiteUrl())} />
      <Headline size="text" label={post.track}>
        <ViewTransition name={`title-${post.slug}`} share="title" default="none">
          <span>{post.title}</span>
        </ViewTransition>
      </Headline>
      <div className="post">
        <PostFacts post={post} />
        <Contents headings={post.headings} />
        <div className="post-text">
          <Prose tree={post.tree} />
        </div>
      </div>
      <Neighbours {...findNeighbours(post.slug)} />
    </article>
  );
}

async function readPost(params: PageProps<"/writing/[slug]">["params"]) {
  const { slug } = await params;
  return findPost(slug) ?? notFound();
}
