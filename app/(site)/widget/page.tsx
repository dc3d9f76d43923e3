import { headers } from "next/headers";
import { Builder } from "@/components/builder/builder";
import { Headline } from "@/components/site/headline";
import { elementGzipBytes } from "@/lib/embeds/built";
import releases from "@/lib/embeds/releases.json";
import type { Release } from "@/lib/embeds/snippets";
import { siteAsked } from "@/lib/owner/origins";
import { readSiteUrl } from "@/lib/server";
import { BASE_PATH } from "@/lib/site/address";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { builderStrings } from "@/lib/site/strings";

const words = builderStrings;
const released: readonly Release[] = releases;

export const metadata = describePage(pages.widget, readSiteUrl());

/** The page is made beforehand where the site knows its address, else for each request. */
export default async function Widget() {
  const home = readSiteUrl() ?? siteAsked(await headers(), BASE_PATH);
  return (
    <>
      <Headline>{words.title}</Headline>
      <p className="-mt-6 mb-12 max-w-[38rem] text-lg leading-[1.6] text-pretty md:-mt-12 md:ml-(--label-width) md:text-xl md:leading-[1.6] print:mt-0">
        {fill(words.lead, { name: site.name })}
      </p>
      <Builder
        words={words}
        home={home?.href}
        name={site.name}
        language={site.language}
        scriptBytes={elementGzipBytes}
        release={released.at(-1)}
      />
    </>
  );
}
