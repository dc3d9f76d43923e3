import type { Metadata } from "next";
import Link from "next/link";
import { Credits } from "@/components/site/credits";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { describeDiscovery } from "@/lib/embeds/oembed";
import { readSiteUrl } from "@/lib/server";
import { site } from "@/lib/site/site";
import { strings } from "@/lib/site/strings";

const home = readSiteUrl();

export const metadata: Metadata = home
  ? {
      // Next takes a page's alternates instead of the layout's, not beside them.
      alternates: {
        canonical: "./",
        types: {
          "application/json+oembed": [{ url: describeDiscovery("", home), title: site.title }],
        },
      },
    }
  : {};

export default function Home() {
  return (
    <>
      <Headline>{site.role}</Headline>
      <Side label={strings.about}>
        <div className="max-w-[38rem] space-y-5 text-lg leading-[1.6] text-pretty md:text-xl md:leading-[1.6]">
          {site.bio.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            <Link className="link" href="/listening" prefetch={false}>
              {strings.listening.fromHome}
            </Link>
          </p>
        </div>
      </Side>
      <Side label={strings.credits}>
        <Credits entries={site.credits} />
      </Side>
      <Side label={strings.elsewhere}>
        <Credits
          entries={site.links.map(({ label, text, href }) => ({ role: label, name: text, href }))}
        />
      </Side>
      <Side label={strings.liner}>
        <p className="mb-3 max-w-[38rem] leading-[1.6]">{strings.linerText}</p>
        <Credits
          entries={[
            { role: strings.linerNow, name: "/api/now-playing", href: "/api/now-playing" },
            {
              role: strings.linerSchema,
              name: "/now-playing.schema.json",
              href: "/now-playing.schema.json",
            },
          ]}
        />
      </Side>
    </>
  );
}
