import { buildEmptyApp } from "./empty-app";
import type { WeightResults } from "./results";
import { weighPage } from "./weigh-page";

/** A page that does nothing but fetch with SWR, and one that has the footer and nothing else. */
const PAGES = {
  "app/swr/page.jsx": `"use client";
import useSWR from "swr";

const read = async (address) => (await fetch(address)).json();

export default function Page() {
  return <p>{useSWR("/api/now-playing", read).data?.title}</p>;
}
`,
  "app/footer/page.jsx": `import { NowPlayingFooter } from "@/components/now-playing/footer";

export default function Page() {
  return <NowPlayingFooter line="Nothing" />;
}
`,
};

/** Builds both beside a page with nothing, in one app, and weighs the scripts of all three. */
export async function weighFooter(): Promise<WeightResults["footer"]> {
  const { folder, html, readPage } = await buildEmptyApp("footer-app", PAGES);
  return {
    nothing: weighPage(folder, html).script,
    swr: weighPage(folder, readPage("swr")).script,
    footer: weighPage(folder, readPage("footer")).script,
  };
}
