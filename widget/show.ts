import { readProgress } from "@/lib/now-playing/appearance";
import { creditOf, phraseBriefly } from "@/lib/now-playing/phrases";
import type { FaceWords } from "@/lib/now-playing/phrases";
import { age, hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { moveLine } from "./line";

/** More of a line is not drawn, nor kept for who hovers over it. */
const MOST_CHARACTERS = 2_000;

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

  function write(name: string, whole = ""): void {
    const node = part(name);
    // A stranger's site may send a book, and lines of that length hold a page up for seconds.
    const text = whole.slice(0, MOST_CHARACTERS);
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
  const url = chooseWebAddress(item ? item.url : home);
  if (url) card.setAttribute("href", url);
  else card.removeAttribute("href");
  paint(card, item ?? {});
  card.style.setProperty("--tint", item?.tint ?? "");
  moveLine(part("bar"), readProgress(shown, now));
}

/** Shows the cover that is large enough, for the room there is and for the screen. */
function paint(
  card: HTMLElement,
  { art = "", artSmall = "" }: { readonly art?: string; readonly artSmall?: string },
): void {
  const image = card.querySelector("img");
  const url = chooseWebAddress(card.clientHeight * devicePixelRatio > 90 ? art : artSmall);
  if (!image || image.getAttribute("src") === url) return;
  image.hidden = !url;
  image.srcset = "";
  image.src = url;
}

/** Whoever runs the site that is told of must not be able to run a script here, nor ask this page's own site. */
function chooseWebAddress(url = ""): string {
  return /^https?:\/\//.test(url) ? url : "";
}
