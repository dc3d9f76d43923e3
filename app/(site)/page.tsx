import { Credits } from "@/components/site/credits";
import { Headline } from "@/components/site/headline";
import { JsonLd } from "@/components/site/json-ld";
import { Side } from "@/components/site/side";
import { SiteLink } from "@/components/site/site-link";
import { ProjectList } from "@/components/writing/project-list";
import { TrackList } from "@/components/writing/track-list";
import { posts } from "@/lib/content/posts";
import { projects } from "@/lib/content/projects";
import { describeDiscovery } from "@/lib/embeds/oembed";
import { readSiteUrl } from "@/lib/server";
import { describeHome } from "@/lib/site/json-ld";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { site } from "@/lib/site/site";
import { listeningStrings, strings } from "@/lib/site/strings";

/** So many of the newest posts fit beside all else. */
const LATEST = 4;

const words = strings.home;
const home = readSiteUrl();

export const metadata = describePage(pages.home, home, {
  ...(home && {
    "application/json+oembed": [{ url: describeDiscovery("", home), title: site.title }],
  }),
});

export default function Home() {
  return (
    <>
      <JsonLd data={describeHome(home)} />
      <Headline>{site.role}</Headline>
      <Side label={words.about}>
        <div className="lead notes">
          {site.bio.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            <SiteLink className="link" href="/listening">
              {listeningStrings.fromHome}
            </SiteLink>
          </p>
        </div>
      </Side>
      {posts.length > 0 && (
        <Side label={words.writing}>
          <TrackList posts={posts.slice(0, LATEST)} />
          <p className="more">
            <SiteLink className="link" href="/writing">
              {words.allWriting}
            </SiteLink>
          </p>
        </Side>
      )}
      {projects.length > 0 && (
        <Side label={words.projects}>
          <ProjectList projects={projects} />
          <p className="more">
            <SiteLink className="link" href="/projects">
              {words.allProjects}
            </SiteLink>
          </p>
        </Side>
      )}
      <div className="colophon">
        <Side label={words.elsewhere}>
          <Credits
            entries={site.links.map(({ label, text, href }) => ({ role: label, name: text, href }))}
          />
        </Side>
        <Side label={words.credits}>
          <Credits entries={site.credits} />
        </Side>
        <Side label={words.machines}>
          <Credits entries={strings.machines} />
        </Side>
      </div>
    </>
  );
}
