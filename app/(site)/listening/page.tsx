import { JustPlayed } from "@/components/listening/just-played";
import { Music } from "@/components/listening/music";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { SiteLink } from "@/components/site/site-link";
import { describeDiscovery } from "@/lib/embeds/oembed";
import { readSiteUrl } from "@/lib/server";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { describeSite, site } from "@/lib/site/site";
import { listeningStrings } from "@/lib/site/strings";
import "@/components/listening/listening.css";

const words = listeningStrings;
const home = readSiteUrl();

export const metadata = describePage(pages.listening, home, {
  ...(home && {
    "application/json+oembed": [{ url: describeDiscovery("/listening", home), title: site.title }],
  }),
});

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
        <SiteLink className="link font-sans text-[0.9375rem] font-semibold" href="/widget">
          {words.take}
        </SiteLink>
      </Side>
      <JustPlayed />
    </>
  );
}
