import { buildEmptyApp } from "./empty-app";
import type { WeightResults } from "./results";
import { weighEmbeds } from "./weigh-embeds";
import { weighFooter } from "./weigh-footer";
import { weighPage } from "./weigh-page";
import { weighPages } from "./weigh-pages";

/**
 * Weighs each face of the project's build against its floor, and builds those floors: two small apps, in about
 * half a minute.
 *
 * @param baseUrl where that build runs while a song plays, such as `http://127.0.0.1:3000`
 * @throws where there is no build, no song or no browser; says which
 */
export async function measureWeight({
  baseUrl,
}: {
  readonly baseUrl: string;
}): Promise<WeightResults> {
  const home = baseUrl.replace(/\/+$/, "");
  // The song is asked for first, for it may end.
  const embeds = await weighEmbeds(home);
  const pages = await weighPages(home);
  const { folder, html } = await buildEmptyApp();
  return { ...embeds, pages, empty: weighPage(folder, html), footer: await weighFooter() };
}
