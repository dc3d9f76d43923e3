import { Credits } from "@/components/site/credits";
import { Side } from "@/components/site/side";
import { site } from "@/lib/site/site";
import { strings } from "@/lib/site/strings";

export default function Home() {
  return (
    <>
      <h1 className="mb-16 max-w-[14ch] font-sans text-5xl leading-[0.98] font-extrabold tracking-[-0.035em] text-balance md:mb-24 md:ml-(--label-width) md:text-7xl">
        {site.role}
      </h1>
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
        <p className="max-w-[38rem] leading-[1.6]">
          {strings.linerText}{" "}
          <a className="link" href="/api/now-playing">
            /api/now-playing
          </a>
          ,{" "}
          <a className="link" href="/now-playing.schema.json">
            /now-playing.schema.json
          </a>
        </p>
      </Side>
    </>
  );
}
