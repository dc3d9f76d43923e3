import { readProgress } from "@/lib/now-playing/appearance";
import { creditOf, phraseBriefly } from "@/lib/now-playing/phrases";
import type { FaceWords } from "@/lib/now-playing/phrases";
import { age, hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { moveLine } from "./line";

/** What stands in a face whatever plays. */
export interface FaceFacts {
  readonly words: FaceWords;
  /** The site that is told of, with a slash at its end: where a face leads that shows no item. */
  readonly home: string;
  /** The plain line for when there is nothing to tell. */
  readonly plain: string;
}

/**
 * Shows a published state in a face's nodes, which are known by their parts. Nothing is made anew: focus
 * stays, and a cover that is still the same does not flicker.
 *
 * @param now epoch ms by the server's clock
 */
export function show(
  card: HTMLElement,
  published: NowPlaying,
  now: number,
  { words, home, plain }: FaceFacts,
): void {
  const shown = age(published, now);
  const item = hasItem(shown) ? shown : undefined;
  const part = (name: string) => card.querySelector<HTMLElement>(`[part=${name}]`);

  function write(name: string, text = ""): void {
    const node = part(name);
    if (!node || node.textContent === text) return;
    node.textContent = text;
    // Whole where it is cut.
    node.title = text;
  }

  card.hidden = false;
  card.dataset.state = shown.state;
  card.toggleAttribute("data-item", item !== undefined);
  write("label", item && phraseBriefly(item, now, words));
  write("title", item ? item.title : shown.state === "idle" ? words.idle : plain);
  write("artist", item && creditOf(item));
  part("artist")?.setAttribute("data-mark", item?.explicit ? words.explicitMark : "");
  link(card, item ? item.url : home);
  paint(part("art"), item ?? {});
  card.style.setProperty("--tint", item?.tint ?? "");
  moveLine(part("bar"), readProgress(shown, now));
}

/** Links to web pages only: who runs the site must not be able to run a script here. */
function link(card: HTMLElement, url = ""): void {
  if (/^https?:\/\//.test(url)) card.setAttribute("href", url);
  else card.removeAttribute("href");
}

function paint(
  image: HTMLElement | null,
  { artSmall = "", art = artSmall }: { readonly art?: string; readonly artSmall?: string },
): void {
  if (!(image instanceof HTMLImageElement) || image.getAttribute("src") === artSmall) return;
  image.hidden = !artSmall;
  image.sizes = `${image.width}px`;
  image.srcset = art === artSmall ? "" : `${artSmall} 64w, ${art} 300w`;
  image.src = artSmall;
}
