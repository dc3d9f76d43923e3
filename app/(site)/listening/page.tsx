import type { Metadata } from "next";
import Link from "next/link";
import { JustPlayed } from "@/components/listening/just-played";
import { Music } from "@/components/listening/music";
import { PICTURE_SIZE } from "@/components/og/picture-size";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { describeDiscovery } from "@/lib/embeds/oembed";
import { readSiteUrl } from "@/lib/server";
import { describeSite, site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { listeningStrings } from "@/lib/site/strings";
import "@/components/listening/listening.css";

const words = listeningStrings;
const home = readSiteUrl();

const { name } = site;

export const metadata: Metadata = {
  title: words.title,
  description: fill(words.description, { name }),
  // Next takes a page's alternates instead of the layout's, not beside them.
  ...(home && {
    alternates: {
      canonical: "./",
      types: {
        "application/json+oembed": [
          { url: describeDiscovery("/listening", home), title: site.title },
        ],
      },
    },
    // Not by the file that Next knows for this: without an address it would name one of this machine.
    openGraph: {
      siteName: site.title,
      images: [
        {
          ...PICTURE_SIZE,
          url: "/listening/picture.png",
          type: "image/png",
          alt: fill(words.pictureAlt, { name }),
        },
      ],
    },
  }),
};

export default function Listening() {
  return (
    <>
      <Headline>{words.title}</Headline>
      <Music line={describeSite()} />
      <Side label={words.knowsLabel}>
        <p className="max-w-[38rem] text-lg leading-[1.6] text-pretty">
          {words.knows} {words.kept}
        </p>
      </Side>
      <Side label={words.takeLabel}>
        <Link
          className="link font-sans text-[0.9375rem] font-semibold"
          href="/widget"
          prefetch={false}
        >
          {words.take}
        </Link>
      </Side>
      <JustPlayed />
    </>
  );
}
