import { Credits } from "@/components/site/credits";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { site } from "@/lib/site/site";
import { strings } from "@/lib/site/strings";

export default function Home() {
  return (
    <>
      <Headline>{site.role}</Headline>
      <Side label={strings.about}>
        <div className="max-w-[38rem] space-y-5 text-lg leading-[1.6] text-pretty md:text-xl md:leading-[1.6]">
          {site.bio.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
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
